"""Lines of all channels: what is offered, what is another way, what a state means for a form."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines

HEAD = """
directory:
  id: channels
  name: Channels
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: "Mo-Fr 09:00-17:00"}
    lines:
"""
NOON = datetime(2026, 11, 24, 12, tzinfo=timezone.utc)
NIGHT = datetime(2026, 11, 24, 22, tzinfo=timezone.utc)
PHONE = '{id: phone, number: "+44 20 7946 0958", kind: geographic}'
FORM = '{id: form, url: "https://form.example"}'
MAIL = "{id: mail, email: help@example.org}"
CHAT = '{id: chat, channel: chat, url: "https://chat.example"}'
SMS = '{id: sms, channel: sms, number: "70123", only_in: [GB], send: HELP}'
TEXTPHONE = '{id: textphone, channel: textphone, number: "+44 20 7946 0958"}'
CARD = "{id: card, contact_is: on the back of your card}"
POST = "{id: post, address: 1 Example Street}"
VOICEMAIL = (
    '{id: voicemail, number: "+44 20 7946 0959", kind: geographic, mode: message, '
    "availability: {standard: 24/7}}"
)
RECORDS = [PHONE, FORM, MAIL, CHAT, SMS, TEXTPHONE, CARD, POST]


def asked(*lines, at=NOON, **words):
    """Return the answer of a directory with these lines."""
    text = HEAD + "".join(f"      - {line}\n" for line in lines)
    return supportlines.loads(text).who_can_i_call("GB", at=at, **words)


def ids(options):
    """Return the ids of the lines of options."""
    return [option.line.id for option in options]


def test_options_are_of_the_wanted_channels():
    """By default of the telephone; what else there is are other ways, live ones first."""
    answer = asked(*RECORDS)

    assert ids(answer.options) == ["phone", "card"]
    assert ids(answer.other_ways) == ["chat", "sms", "textphone", "form", "mail", "post"]


def test_channels_are_wanted_in_an_order():
    """Of what is open in the same way the first comes first."""
    answer = asked(*RECORDS, channels=["email", "chat"])

    assert ids(answer.options) == ["mail", "chat"]
    assert ids(asked(*RECORDS, channels=["chat", "email"]).options) == ["chat", "mail"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (PHONE, ("phone", "live", "020 7946 0958", "tel:+442079460958", None)),
        (FORM, ("web_form", "message", None, "https://form.example", "https://form.example")),
        (MAIL, ("email", "message", None, "mailto:help@example.org", "help@example.org")),
        (CHAT, ("chat", "live", None, "https://chat.example", "https://chat.example")),
        (SMS, ("sms", "live", "70123", "sms:70123;phone-context=+44?body=HELP", None)),
        (TEXTPHONE, ("textphone", "live", "020 7946 0958", "tel:+442079460958", None)),
        (CARD, ("phone", "live", None, None, "on the back of your card")),
        (POST, ("post", "message", None, None, "1 Example Street")),
    ],
)
def test_each_contact_says_how_it_is_used(line, expected):
    """Its channel, its mode, its keys, its link, and what stands in the place of keys."""
    answer = asked(line, channels=supportlines.directory.CHANNELS)

    (one,) = answer.options
    assert (one.channel, one.mode, one.dial, one.uri, one.contact) == expected


def test_there_is_no_telephone_line_and_the_form_is_an_answer():
    """That is neither closed nor nothing."""
    answer = asked(FORM, at=NIGHT)

    assert (answer.state, answer.best) == ("no_line", None)
    assert [one.code for one in answer.caveats] == ["channel_not_listed"]
    assert [one.state for one in answer.other_ways] == ["open"]
    assert "No telephone line is listed for United Kingdom" in answer.text()
    assert "https://form.example" in answer.text()


def test_a_form_takes_messages_at_night():
    """The hours of the region are those in which somebody works on them."""
    (form,) = asked(FORM, at=NIGHT, channels=["web_form"]).options

    assert (form.state, form.changes_at) == ("open", None)
    assert form.reasons[-1].code == "takes_messages"


def test_a_voicemail_is_nobody_who_answers():
    """It stands behind the line that is closed: nobody can be called."""
    answer = asked(VOICEMAIL, PHONE, at=NIGHT)

    assert answer.state == "closed"
    assert ids(answer.options) == ["phone", "voicemail"]


def test_a_number_is_two_ways_on_two_channels():
    """Who cannot speak writes to it."""
    answer = asked(PHONE, TEXTPHONE, channels=["textphone", "phone"])

    assert ids(answer.options) == ["textphone", "phone"]


WHATSAPP = (
    '{id: whatsapp, channel: messaging, service: WhatsApp, number: "+44 20 7946 0958", send: HI}'
)
SIGNAL = '{id: signal, channel: messaging, service: Signal, number: "+44 20 7946 0958"}'


@pytest.mark.parametrize("calling_from", ["GB", "FR", "BR", "US", "KR"])
def test_a_messaging_service_knows_people_by_the_whole_number(calling_from):
    """No prefix of a telephone is entered there, nor does one depend on a carrier."""
    answer = asked(WHATSAPP, channels=["messaging"], calling_from=calling_from)

    (one,) = answer.options
    assert (one.dial, one.number) == ("+44 20 7946 0958", "+442079460958")
    assert "carrier_prefix" not in [caveat.code for caveat in one.caveats]


def test_two_services_at_one_number_are_two_options():
    """Who has one of them need not have the other, and each is named."""
    answer = asked(WHATSAPP, SIGNAL, channels=["messaging"])

    assert ids(answer.options) == ["whatsapp", "signal"]
    assert "open until Tue 17:00 · Signal · English" in answer.text()


def test_a_fallback_keeps_those_of_other_channels():
    """The nearest telephone does not stand for the region's form."""
    text = HEAD.replace("    countries: [GB]\n", "") + (
        '      - {id: wide-form, url: "https://form.example", fallback: true}\n'
        '      - {id: wide, number: "+44 20 7946 0960", kind: geographic, fallback: true}\n'
        "    regions:\n"
        "      - id: inner\n        countries: [GB]\n        lines:\n"
        '          - {id: own, number: "+44 20 7946 0961", kind: geographic, fallback: true}\n'
    )

    answer = supportlines.loads(text).who_can_i_call("GB", at=NOON)

    assert ids(answer.options) == ["own"]
    assert ids(answer.other_ways) == ["wide-form"]


@pytest.mark.parametrize(
    "channels", ["phone", ["fax"], [], {"phone"}, [1], None, ["phone", "phone"]]
)
def test_channels_that_are_none_are_refused(channels):
    """With what there is; one alone, and one said twice, are understood."""
    if channels in ("phone", ["phone", "phone"]):
        assert asked(PHONE, channels=channels).caller.channels == ("phone",)
        return

    with pytest.raises(supportlines.SupportlinesError) as raised:
        asked(PHONE, channels=channels)

    assert "channel" in str(raised.value)


@pytest.mark.parametrize(
    "facets", [{"colour": "red"}, {"phone": "red"}, {"phone": 1}, ["phone"], "phone", 5, {1: "a"}]
)
def test_facets_that_are_none_are_refused(facets):
    """With what there is."""
    with pytest.raises(supportlines.SupportlinesError) as raised:
        asked(PHONE, facets=facets)

    assert str(raised.value)


def test_what_is_none_is_not_said():
    """As for all other parts of a question."""
    assert asked(PHONE, facets={"phone": None}).caller.facets == ()
    assert asked(PHONE, facets=None).caller == asked(PHONE).caller


@pytest.mark.parametrize("record", [PHONE, CARD, FORM, MAIL, CHAT, POST, SMS, TEXTPHONE])
@pytest.mark.parametrize(
    ("limit", "facets", "withheld", "caveats"),
    [
        ("dialable_by: landline", {"phone": "mobile"}, ["not_by_this_phone"], []),
        ("dialable_by: landline", {"phone": "landline"}, [], []),
        ("dialable_by: landline", {}, [], ["landline_only"]),
        ("carriers: [Red]", {"carrier": "other"}, ["not_by_this_phone"], []),
        ("carriers: [Red]", {"carrier": "Red"}, [], []),
        ("carriers: [Red]", {}, [], ["carriers_only"]),
        ("for: {phone: mobile}", {"phone": "landline"}, ["not_by_this_phone"], []),
    ],
)
def test_a_phone_or_a_carrier_decides_whatever_the_contact_is(
    record, limit, facets, withheld, caveats
):
    """A number that stands on a card is dialled as any other."""
    line = f"{record[:-1]}, {limit}}}"
    answer = asked(line, channels=supportlines.directory.CHANNELS, facets=facets)

    assert [reason.code for _, reason in answer.withheld] == withheld
    assert len(answer.options) == (not withheld)
    said = [one.code for option in answer.options for one in option.caveats]
    assert [code for code in said if code in ("landline_only", "carriers_only")] == caveats
    assert len(answer.asks) == len(caveats)


@pytest.mark.parametrize("contact", ["contact_is: on your card", 'number: "+1 202 555 0144"'])
@pytest.mark.parametrize(
    ("dialable_from", "words", "withheld", "caveats"),
    [
        ("[US-AK]", {"subdivision": "US-AK"}, [], []),
        ("[US-AK]", {"subdivision": "US-NY"}, ["line"], []),
        ("[US-AK]", {}, [], ["only_for"]),
        ("[US-AK]", {"calling_from": "GB"}, ["line"], []),
        ("[US-AK, GB]", {"calling_from": "GB"}, [], []),
        ("[CA-QC]", {"calling_from": "CA"}, [], ["only_from_parts"]),
        ("[GB]", {}, ["line"], []),
    ],
)
def test_a_part_of_a_country_decides_whatever_the_contact_is(
    contact, dialable_from, words, withheld, caveats
):
    """As with digits: offered there, withheld elsewhere, asked for where it is not said."""
    text = HEAD.replace("GB", "US") + f"      - {{id: line, {contact}, kind: geographic"
    directory = supportlines.loads(f"{text}, dialable_from: {dialable_from}}}\n")
    answer = directory.who_can_i_call("US", at=NOON, **words)

    assert [line.id for line, _ in answer.withheld] == withheld
    said = [one.code for option in answer.options for one in option.caveats]
    assert [code for code in said if code in ("only_for", "only_from_parts")] == caveats


@pytest.mark.parametrize(("calling_from", "reached"), [("GB", True), ("FR", False)])
def test_a_toll_free_number_on_a_card_is_dialled_where_it_serves(calling_from, reached):
    """What the kind of a number says holds also where nobody knows its digits."""
    answer = asked(f"{CARD[:-1]}, kind: toll_free}}", calling_from=calling_from)

    assert bool(answer.options) is reached


@pytest.mark.parametrize(
    ("line", "calling_from", "cost"),
    [
        ("contact_is: On your card, cost: local", "GB", "local"),
        ("contact_is: On your card, cost: local", "FR", "unknown"),
        ("contact_is: On your card, kind: toll_free", "GB", "free"),
        (
            "contact_is: On your card, kind: toll_free_international, dialable_from: [GB, FR]",
            "FR",
            "free",
        ),
        ("contact_is: On your card", "GB", "unknown"),
    ],
)
def test_a_contact_in_words_costs_what_the_line_says(line, calling_from, cost):
    """At home, as a number does; a number that nobody knows has no plan to look it up in."""
    directory = supportlines.loads(f"""
directory:
  id: cost
  name: Cost
  sources: [{{id: page, title: A page, url: "https://a.example", read_on: 2026-11-30}}]
tiers: {{standard: {{}}}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {{standard: 24/7}}
    lines: [{{id: card, {line}}}]
""")
    at = datetime(2026, 12, 1, 10, tzinfo=timezone.utc)

    assert directory.who_can_i_call("GB", calling_from=calling_from, at=at).best.cost == cost
