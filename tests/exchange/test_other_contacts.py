"""Contacts that are no telephone: they stand in the file by the keys of a line of their own."""

from __future__ import annotations

import supportlines

TABLE = (
    "country,phone,sms,whatsapp,tty,email,contact form,chat,address\n"
    "GB,+44 20 7946 0958,+44 20 7946 0959,+44 20 7946 0960,+44 20 7946 0961,"
    'help@a.example,https://a.example/ask,https://a.example/chat,"1 Main Street, London"\n'
)


def test_each_contact_of_a_row_is_a_line(read):
    """And the directory that they make passes the check."""
    facts = supportlines.loads(read(TABLE).text).facts

    channels = [line.channel for line, _ in facts.lines()]
    assert channels == [
        "phone",
        "sms",
        "textphone",
        "messaging",
        "email",
        "web_form",
        "chat",
        "post",
    ]


def test_they_come_back_from_a_table(read):
    """What a row of each holds is what was exported."""
    first = supportlines.loads(read(TABLE).text).facts
    written = supportlines.exchange.write_csv(first)

    again = supportlines.loads(read(written.text).text).facts

    assert [(line.id, line.channel, line.published_as) for line, _ in again.lines()] == [
        (line.id, line.channel, line.published_as) for line, _ in first.lines()
    ]


def test_each_comes_back_with_what_belongs_to_it(lines):
    """How one gets through, and no more than fits its channel."""
    text = (
        "country,number,channel,mode,via,send,messaging service,url,contact is,hours\n"
        "GB,+44 20 7946 0958,messaging,,,HELLO,WhatsApp,,,\n"
        "GB,+44 20 7946 0959,,,operator,,,,,\n"
        "GB,,chat,,,,,https://a.example/chat,,24/7\n"
        "GB,,web_form,message,,,,https://a.example/ask,,24/7\n"
        "GB,+44 20 7946 0960,,message,relais,,,,,\n"
        "GB,,,,,,,,on your card,24/7\n"
    )

    whatsapp, desk, chat, form, box, card = lines(text).values()

    assert (whatsapp.service, whatsapp.send) == ("WhatsApp", "HELLO")
    assert desk.via == "operator"
    assert (chat.channel, chat.url, set(chat.availability)) == (
        "chat", "https://a.example/chat", {"standard"},
    )  # fmt: skip
    assert (form.mode, set(form.availability)) == (None, {"standard"})
    assert (box.mode, box.via) == ("message", None)
    assert (card.contact_is, card.published_as) == ("on your card", "on your card")


def test_hours_of_a_row_are_not_those_of_its_mailbox(lines):
    """Unless it says that they are."""
    text = "country,email,hours,mode\nGB,a@a.example,24/7,\nGB,b@a.example,24/7,message\n"

    usual, said = lines(text).values()

    assert (usual.availability, set(said.availability)) == ({}, {"standard"})
