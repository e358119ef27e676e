"""Texts of the directory in the reader's language: of desks, of questions, of what a contact is."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines

TEXT = """
directory:
  id: words
  name: Words
  sources: [{id: page, title: A page, url: "https://support.example", read_on: 2026-11-30}]
tiers: {standard: {}}
desks: {tech: {name: {ru: Поддержка, en: Support}}, sales: {name: Sales}}
facets:
  plan: {name: {ru: Тариф, en: The plan}, values: {home: {ru: Дом, en: Home}, work: Work}}
regions:
  - id: gb
    countries: [GB]
    languages: [en]
    availability: {standard: 24/7}
    lines:
      - id: chat
        channel: chat
        contact_is: {ru: В приложении, en: In the app}
        desk: tech
        steps: [{choose: {ru: Помощь, en: Help}}, {press: "1", label: one, for: {plan: home}}]
      - {id: page, channel: chat, url: "https://chat.example", desk: sales, for: {plan: home}}
"""
AT = datetime(2026, 12, 1, 10, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [  # sentences are English in each of them
        ("en", ['In the app then choose "Help"', "Desk Support", "then if Home"]),
        (
            "ru",
            ['В приложении then choose "Помощь"', "Desk Поддержка", "then if Дом", "Only for Home"],
        ),
        (
            "fr",
            ['В приложении then choose "Помощь"', "Desk Поддержка", "then if Дом", "Only for Home"],
        ),
    ],
)
def test_an_answer_has_the_texts_of_one_language(locale, expected):
    """That of the reader, or the first; nothing that comes with a text is lost in another."""
    answer = supportlines.loads(TEXT).who_can_i_call("GB", channels="chat", at=AT)

    told = " ".join(answer.text(locale=locale).split())

    for words in expected:
        assert words in told
    assert "Printed" not in told
