"""What a directory says after it was read: the facts of the file, as values that stay."""

from __future__ import annotations

import copy
import dataclasses
import datetime as dt
import gc
import pickle

import pytest

from supportlines.directory import Tier, load_directory
from supportlines.hours import Schedule
from supportlines.phones import PhoneNumber, Step


def test_head_of_the_file_is_kept(small):
    """Name, sources and assumptions are those of the file."""
    assert (small.id, small.name) == ("example-support", "Example Technical Support")
    assert small.assumed_languages == ("en",)
    assert [source.id for source in small.sources] == ["page", "article"]
    assert small.sources[0].read_on == dt.date(2026, 11, 2)
    assert small.sources[0].note == "The page is printed once for all countries."


def test_tiers_keep_their_order_and_names(small):
    """The first one listed is the default; a tier without name is named by its id."""
    assert [(tier.id, tier.name, tier.includes) for tier in small.tiers] == [
        ("standard", "standard", None),
        ("premium", "Premium support", "standard"),
    ]
    assert small.tier("premium") is small.tiers[1]


def test_desks_severities_countries_and_guesses_are_kept(small):
    """Small facts are not lost."""
    assert small.severities == ("normal", "urgent")
    assert small.desk_ids == ("technical", "customer_service", "returns")
    assert small.countries["AU"].time_zone == "Australia/Sydney"
    assert small.countries["AU"].note == "The operator works by the clock of Sydney."
    assert [(guess.countries, guess.lines) for guess in small.guesses] == [
        (("NZ",), ("au-mobile",)),
    ]


def test_values_are_values_of_their_rooms(small):
    """Behind the door a number is a number and hours are hours."""
    line, (europe, emea) = small.line("de-customer-service")

    assert line.number == PhoneNumber.parse("+49 30 23125 001")
    assert (europe.id, emea.id) == ("europe", "emea")
    (rule,) = line.availability["standard"]
    assert rule.hours == Schedule.parse("Mo-Th 08:00-16:00; Fr 08:00-12:00")
    assert rule.time_zone == "Europe/Berlin"
    steps = small.line("us-toll-free")[0].steps
    assert steps == (
        Step("1", "technical support"),
        Step("2", "soporte en español", ("es",)),
        Step(
            action="enter",
            text="your customer number",
            only_for=(("plan", ("enterprise",)),),
        ),
    )


def test_digits_of_one_country_have_no_international_form(small):
    """The country in which they exist is part of the number."""
    line, _ = small.line("gb-local")

    assert line.number == PhoneNumber.parse("0808 157 0123", only_in="GB")
    assert line.number.e164 is None
    assert (line.dialable_by, line.carriers) == ("landline", ("Example Telecom",))
    assert (line.cost, line.desk, line.source) == ("free", "technical", "article")
    assert (line.languages_confidence, line.number_confidence) == ("medium", "medium")
    assert line.notes == ('The page says "from landlines".',)


def test_published_text_is_kept_beside_its_correction(small):
    """What was printed is never replaced by what it should have been."""
    line, _ = small.line("de-customer-service")

    assert line.published_as == "(030) 23125-O01"
    assert line.correction.text == "+49 30 23125 001"
    assert (line.correction.confidence, line.correction.reason) == (
        "high",
        "The letter O was printed for the digit 0.",
    )


def test_unusable_line_has_a_reason_and_no_number(small):
    """It is kept with its text."""
    line, _ = small.line("fr-cut-off")

    assert (line.number, line.unusable) == (None, "The number is cut off in the source.")
    assert line.published_as == "+33 1 99"


def test_short_forms_mean_the_long_ones(small):
    """One text is a list of one, hours alone are a rule, `anywhere` is a reach."""
    assert small.line("de-customer-service")[0].languages == ("de",)
    (rule,) = small.regions[0].availability["premium"]
    assert (rule.hours, rule.time_zone, rule.languages) == (Schedule.parse("24/7"), "caller", ())
    assert small.line("us-other")[0].dialable_from == ("anywhere",)
    assert small.line("us-other")[0].fallback is True
    assert small.line("us-other")[0].fallback_when == "The toll-free number cannot be reached."


def test_what_is_not_said_has_its_default(small):
    """Absence means what the reference says."""
    line, _ = small.line("emea-freephone")

    assert (line.desk, line.cost, line.dialable_from, line.dialable_by) == (None, None, None, None)
    assert (line.fallback, line.steps, line.carriers, line.availability) == (False, (), (), {})
    assert (line.languages_confidence, line.number_confidence) == ("high", "high")
    assert small.line("au-mobile")[0].channel == "phone"


def test_rules_keep_everything_that_they_say(small):
    """Languages, severities, desks, zone, printed text, confidence, source, notes."""
    europe = small.chains_of("DE")[0][0]
    printed, normal, urgent = europe.availability["standard"]

    assert printed.languages == ("de", "fr")
    assert (printed.time_zone, printed.confidence) == ("Europe/Berlin", "medium")
    assert printed.published_as == "08:00–16:00 UTC / 07:00–15:00 UTC"
    assert (printed.source, printed.notes) == ("article", ("The days are not printed.",))
    assert (normal.severities, normal.desks) == (("normal",), ())
    assert (urgent.severities, urgent.desks) == (("urgent",), ("technical",))


def test_lines_come_in_the_order_of_the_file_with_their_regions(small):
    """Innermost region first; a region's own lines before those of regions inside it."""
    found = [(line.id, [region.id for region in chain]) for line, chain in small.lines()]

    assert found == [
        ("us-toll-free", ["americas"]),
        ("us-other", ["americas"]),
        ("emea-freephone", ["emea"]),
        ("gb-local", ["europe", "emea"]),
        ("de-customer-service", ["europe", "emea"]),
        ("fr-cut-off", ["europe", "emea"]),
        ("north-desk", ["north"]),
        ("north-text", ["north"]),
        ("north-operator", ["north"]),
        ("north-form", ["north"]),
        ("north-mail", ["north"]),
        ("north-post", ["north"]),
        ("on-card", ["north"]),
        ("au-mobile", ["australia"]),
    ]


@pytest.mark.parametrize(
    ("country", "chains", "named"),
    [
        ("DE", [["europe", "emea"]], True),
        ("PT", [["europe", "emea"]], False),  # listed, though the source does not name it
        ("US", [["americas"]], True),
        ("NZ", [], False),
    ],
)
def test_chains_lead_from_the_listing_region_outwards(small, country, chains, named):
    """Regions around the one that lists a country hold it too."""
    found = [[region.id for region in chain] for chain in small.chains_of(country)]

    assert (found, small.is_named(country)) == (chains, named)


def test_country_in_two_regions_has_two_chains():
    """A vendor may print a country twice."""
    directory = load_directory(
        b"""
directory:
  {id: a, name: A, sources: [{id: p, title: P, url: "https://a.example", read_on: 2026-11-02}]}
tiers: {standard: {}}
regions: [{id: north, countries: [MX]}, {id: south, countries: MX}]
""",
        "a.yaml",
    )

    assert [[one.id for one in chain] for chain in directory.chains_of("MX")] == [
        ["north"],
        ["south"],
    ]


def test_requests_and_carriers_come_in_the_order_of_the_file():
    """What a caller may say is listed as the file lists it; the first of equal names counts."""
    text = SEVERAL_REPLIES.encode()

    facts = load_directory(text, "replies.yaml")

    assert [(one.id, one.name) for one in facts.requests.values()] == [
        ("outage", "Outages"),
        ("invoice", "Invoices"),
        ("praise", "Praise"),
    ]
    assert list(facts.carriers.values()) == ["Beta", "Alpha", "Gamma", "Delta"]


SEVERAL_REPLIES = """\
directory:
  id: replies
  name: Replies
  sources:
    - {id: page, title: Contact, url: "https://replies.example", read_on: 2026-11-02}
tiers:
  standard: {name: Standard}
prepare:
  - {id: sim, text: The number of the card, for: {carrier: [Delta, BETA]}}
regions:
  - id: uk
    countries: [GB]
    lines:
      - {id: local, published_as: 020 7946 0958, unusable: Old, carriers: [Beta, Alpha]}
      - {id: other, published_as: 020 7946 0959, unusable: Old, carriers: [alpha, Gamma]}
      - id: form
        channel: web_form
        url: https://replies.example/form
        requests:
          - {id: outage, name: Outages}
          - {id: invoice, name: Invoices}
      - id: mail
        channel: email
        email: support@replies.example
        requests:
          - {id: praise, name: Praise}
          - {id: outage, name: Failures}
"""


def test_line_serves_what_it_says_or_all_of_its_region(small):
    """Countries of regions inside are countries of the region."""
    assert small.served_by(small.line("emea-freephone")[0]) == {"DE", "GB"}
    assert small.served_by(small.line("us-other")[0]) == {"US", "CA"}
    assert small.countries_of("emea") == {"GB", "DE", "FR", "PT"}


def test_unknown_ids_are_key_errors(small):
    """Whoever asks for them knows better what to say."""
    for ask in (small.line, small.tier, small.countries_of):
        with pytest.raises(KeyError):
            ask("nowhere")


def test_directory_does_not_change(small):
    """Nothing in it can be set, added or removed."""
    line, chain = small.line("gb-local")

    with pytest.raises(dataclasses.FrozenInstanceError):
        line.kind = "mobile"
    with pytest.raises(dataclasses.FrozenInstanceError):
        small.regions = ()
    with pytest.raises(TypeError):
        chain[0].availability["standard"] = ()
    with pytest.raises(TypeError):
        small.countries.clear()
    with pytest.raises(TypeError):
        small.countries.update({})


def test_mappings_are_equal_and_hash_alike_in_any_order(small):
    """The order of countries in the file says nothing, and equal values have one hash."""
    frozen = type(small.countries)
    turned = frozen(reversed(list(small.regions[0].availability.items())))

    assert turned == small.regions[0].availability
    assert list(turned) != list(small.regions[0].availability)
    assert hash(turned) == hash(small.regions[0].availability)


def test_every_record_is_a_short_line(small):
    """A person who prints one sees which it is."""
    line, (europe, _) = small.line("de-customer-service")

    assert repr(small) == "<Facts example-support>"
    assert repr(line) == "<Line de-customer-service +49 30 23125001>"
    assert repr(europe) == "<Region europe>"
    assert repr(line.availability["standard"][0]) == (
        "<Rule Mo-Th 08:00-16:00; Fr 08:00-12:00 Europe/Berlin>"
    )
    assert repr(dataclasses.replace(line, id="x" * 500)).startswith("<Line xxx")
    assert len(repr(dataclasses.replace(line, id="x" * 500, number=None))) < 300


def test_record_is_made_of_what_is_said():
    """What is left out has its default; what no record knows, or needs and lacks, is an error."""
    tier = Tier(id="gold", name="Gold")

    assert tier == Tier(id="gold", name="Gold", includes=None)
    with pytest.raises(TypeError, match="a Tier has no 'hours'"):
        Tier(id="gold", name="Gold", hours="24/7")
    with pytest.raises(TypeError, match="a Tier needs 'name'"):
        Tier(id="gold")


def test_directory_is_equal_to_its_copies(small, small_text):
    """The same file gives an equal directory, as do copies and pickles."""
    again = load_directory(small_text, "another name")

    assert again == small
    assert hash(again) == hash(small)
    assert pickle.loads(pickle.dumps(small)) == small  # noqa: S301 - made here
    assert copy.deepcopy(small) == small
    assert copy.deepcopy(small).line("gb-local") == small.line("gb-local")


def test_copy_with_other_regions_finds_its_own(small):
    """What was looked up for the original does not stick to the copy."""
    copied = dataclasses.replace(small, regions=small.regions[:1])

    assert [line.id for line, _ in copied.lines()] == ["us-toll-free", "us-other"]
    assert copied.chains_of("DE") == ()
    assert small.chains_of("DE") != ()


def test_json_says_the_same_as_yaml():
    """JSON is read by the same reader, tabs and all."""
    text = """{
\t"directory": {"id": "a", "name": "A\\u00e9\\n", "assumed_languages": "en", "sources": [
\t\t{"id": "p", "title": "P", "url": "https:\\/\\/a.example", "read_on": "2026-11-02"}]},
\t"tiers": {"standard": {}},
\t"regions": [{"id": "r", "countries": ["NO"], "lines": [
\t\t{"id": "n", "number": "+44 20 7946 0958", "published_as": "0116", "fallback": true}]}]
}"""

    directory = load_directory(text.encode(), "a.json")

    assert directory.name == "Aé"
    assert directory.sources[0].url == "https://a.example"
    line, (region,) = directory.line("n")
    assert (line.published_as, line.fallback, region.countries) == ("0116", True, ("NO",))


def test_yaml_types_do_not_touch_the_text():
    """`NO` is Norway, `0116` keeps its zero, `12:30` is no number, a plus is not lost."""
    directory = load_directory(
        b"""
directory:
  id: on
  name: 12:30
  sources: [{id: y, title: 0x1F, url: http://a.example, read_on: 2026-11-02}]
tiers: {standard: {}}
regions:
  - id: '1'
    countries: [NO, se]
    lines: [{id: 22, number: +442079460958, published_as: 0116, label: 1_000, notes: 1e3}]
""",
        "a.yaml",
    )

    line, (region,) = directory.line("22")
    assert (directory.id, directory.name, directory.sources[0].title) == ("on", "12:30", "0x1F")
    assert region.countries == ("NO", "SE")
    assert (line.number.e164, line.published_as) == ("+442079460958", "0116")
    assert (line.label, line.notes) == ("1_000", ("1e3",))


def test_codes_take_their_canonical_form():
    """Countries in capitals, languages as BCP 47 writes them."""
    directory = load_directory(
        b"""
directory:
  {id: a, name: A, sources: [{id: p, title: P, url: "https://a.example", read_on: 2026-11-02}]}
tiers: {standard: {}}
countries: {cn: {time_zone: Asia/Shanghai}}
regions: [{id: r, countries: [cn, il], languages: [ZH-hans, iw]}]
""",
        "a.yaml",
    )

    assert directory.regions[0].countries == ("CN", "IL")
    assert directory.regions[0].languages == ("zh-Hans", "he")
    assert directory.countries["CN"].time_zone == "Asia/Shanghai"


def test_loading_leaves_the_garbage_collector_as_it_was(small_text):
    """It is the whole process's, and no business of who reads a file, sound or not."""
    assert gc.isenabled()
    load_directory(small_text, "small")
    with pytest.raises(ValueError, match="empty"):
        load_directory(b"", "empty")
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("caller", "caller"),
        ("national", "national"),  # the caller's country, whatever its parts do
        ("de", "DE"),
        ("DE-national", "DE-national"),
        ("de-National", "DE-national"),
        ("de-by", "DE-BY"),
    ],
)
def test_whose_holidays_count_is_read_in_one_form(written, read):
    """A rule names the caller's place or country, a country, a part of one, or one as a whole."""
    text = f"""
directory:
  id: example
  name: Example
  sources: [{{id: page, title: A page, url: "https://support.example", read_on: 2026-11-22}}]
tiers: {{standard: {{}}}}
regions:
  - id: all
    countries: [GB]
    availability: {{standard: {{hours: "Mo-Fr 09:00-17:00; PH off", holidays: {written}}}}}
    lines: [{{id: gb, number: "+44 20 7946 0958", published_as: 020 7946 0958}}]
"""
    directory = load_directory(text.encode(), "example.yaml")

    assert directory.regions[0].availability["standard"][0].holidays == read


def test_what_holds_for_one_day_begins_and_ends_on_it():
    """A line, its hours and an exception may be there from a day to the same day."""
    day = dt.date(2026, 12, 24)
    directory = load_directory(
        f"""
directory:
  id: example
  name: Example
  sources: [{{id: page, title: A page, url: "https://support.example", read_on: 2026-11-02}}]
tiers: {{standard: {{}}}}
regions:
  - id: region
    countries: [GB]
    availability:
      standard: {{hours: 24/7, valid_from: {day}, valid_until: {day}}}
    exceptions: [{{first_day: {day}, last_day: {day}}}]
    lines:
      - {{id: line, unusable: It is wrong., published_as: x, valid_from: {day}, valid_until: {day}}}
""".encode(),
        "one_day.yaml",
    )

    (region,) = directory.regions
    (line,) = region.lines
    (rule,) = region.availability["standard"]
    assert (line.valid_from, line.valid_until) == (rule.valid_from, rule.valid_until) == (day, day)
    assert region.exceptions[0].days == (day, day)
