"""What people call the columns of a table of lines, and what we call them."""

from __future__ import annotations

import re
from typing import Mapping, NamedTuple

from supportlines.exchange.cells import identifier_of_text, word_of
from supportlines.exchange.limits import AskedFor, asked_by

HOURS, ZONE, FOR = "hours", "time_zone", "for"

_NAMES: Mapping[str, str] = {
    "id": "id identifier line_id key",
    "region": "region area group section market",
    "country": (
        "country countries country_code nation land pays pais país paese страна serves area_served"
    ),
    "number": (
        "number phone telephone tel phone_number telephone_number hotline voice"
        " support_number contact_number phone_no tel_no telefon telefonnummer téléphone teléfono"
        " telefono телефон номер номер_телефона phone_1 phone1"
    ),
    "sms": "sms text text_number sms_number",
    "textphone": "textphone tty tdd minicom tty_number",
    "whatsapp": "whatsapp whats_app whatsapp_number",
    "fax": "fax fax_number telefax",
    "extension": "extension ext durchwahl",
    "only_in": "only_in dialled_in",
    "email": "email e_mail mail email_address e_mail_address электронная_почта",
    "form": "form web_form contact_form form_url url_of_form",
    "website": "url website web web_site link page homepage web_page",
    "chat": "chat live_chat chat_url",
    "address": "address postal_address post mail_address adresse",
    "contact_is": "contact_is where_to_find",
    "unusable": "unusable",
    "published_as": "published_as printed as_published",
    "label": "label name title line_name description bezeichnung nom nombre название",
    "desk": "desk department team queue contact_type purpose topic abteilung отдел",
    "kind": "kind type number_type kind_of_number phone_type line_type",
    "channel": "channel medium contact_method",
    "mode": "mode",
    "messaging_service": "messaging_service messenger_name",
    "via": "via",
    "send": "send what_to_send text_to_send",
    "cost": "cost costs price tariff charge charges kosten",
    "languages": (
        "language languages lang spoken_languages languages_spoken sprache sprachen langue langues"
        " idioma idiomas язык языки available_language"
    ),
    "dialable_from": "dialable_from can_be_dialled_from",
    "fallback": "fallback is_fallback",
    "valid_from": "valid_from start_date",
    "valid_until": "valid_until end_date valid_to",
    "steps": "steps menu press what_to_press ivr",
    "notes": "notes note comment comments remark remarks anmerkung bemerkung примечание",
    "source_url": "source source_url read_at",
    "read_on": "read_on last_checked checked_on last_verified verified_on",
    "organisation": "organisation organization company vendor operator provider",
    HOURS: (
        "hours opening_hours open business_hours office_hours hours_of_operation support_hours"
        " service_hours opening_times working_hours availability öffnungszeiten horaires horario"
        " horarios часы часы_работы время_работы"
    ),
    ZONE: "time_zone timezone tz zone hours_time_zone zeitzone часовой_пояс",
}

_BY_WORD = {word: field for field, words in _NAMES.items() for word in words.split()}
_TIER = re.compile(r"(?P<name>[^(]+)\((?P<tier>[^,()]+)(?:,\s*includes\s+(?P<within>[^()]+))?\)\s*")


class TableColumn(NamedTuple):
    """What a column holds."""

    field: str
    """Our name for it; empty if it has none."""

    tier: str = ""
    """For hours and their zone: whose they are, if the header says so."""

    includes: str = ""
    """The tier whose hours that one has as well."""

    asked: AskedFor | None = None
    """What the cells below say for whom a row is."""


def column_of(header: str) -> TableColumn:
    """Return what stands below *header*.

    >>> column_of("Telephone Number").field, column_of("Hours (premium, includes standard)")[:3]
    ('number', ('hours', 'premium', 'standard'))
    >>> column_of("for brand (north, south)").asked
    AskedFor(name='brand', choices=('north', 'south'), is_required=False)
    >>> column_of("Colour").field
    ''
    """
    asked = asked_by(header)
    if asked is not None:
        return TableColumn(FOR, asked=asked)
    match = _TIER.fullmatch(header)
    if match is not None:
        field = _BY_WORD.get(word_of(match["name"]), "")
        if field in (HOURS, ZONE):
            return TableColumn(
                field,
                identifier_of_text(match["tier"].strip()),
                identifier_of_text((match["within"] or "").strip()),
            )
    word = word_of(header)
    return TableColumn(_BY_WORD.get(word) or _BY_WORD.get(_singular(word), ""))


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") else word
