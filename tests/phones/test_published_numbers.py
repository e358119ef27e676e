"""Every number that the first directory publishes is what libphonenumber makes of it."""

from __future__ import annotations

import re

import phonenumbers
import pytest

from supportlines.phones import (
    PhoneNumber,
    country_of,
    dial_string,
    home_of,
    is_valid,
    kind_of,
    tel_uri,
)

# E.164, kind, a country it belongs to, what is pressed there: the page with its corrections,
# read on 2026-11-23; dial strings as libphonenumber 9.0.43 groups them.
INTERNATIONAL = [
    ("+18884673342", "toll_free", "US", "1 888 467 3342"),
    ("+19193013003", "geographic", "US", "1 919 301 3003"),
    ("+528001231661", "toll_free", "MX", "800 123 1661"),
    ("+548002227294", "toll_free", "AR", "0800 222 7294"),
    ("+591800100377", "toll_free", "BO", "800 10 0377"),
    ("+558006025222", "toll_free", "BR", "0800 602 5222"),
    ("+551135296006", "geographic", "BR", "11 3529 6006"),
    ("+5718007001664", "toll_free", "CO", "01 800 7001664"),
    ("+5931800010125", "toll_free", "EC", "1800 010 125"),
    ("+50218003000073", "toll_free", "GT", "1800 300 0073"),
    ("+5180052410", "toll_free", "PE", "0800 52410"),
    ("+18666772402", "toll_free", "PR", "1 866 677 2402"),
    ("+5980004054353", "toll_free", "UY", "000 405 4353"),
    ("+588001005602", "toll_free", "VE", "0800 1005602"),
    ("+541143297398", "geographic", "AR", "011 4329 7398"),
    ("+43125322290", "geographic", "AT", "01 25322290"),
    ("+420239016847", "geographic", "CZ", "239 016 847"),
    ("+33800914729", "toll_free", "FR", "0 800 91 47 29"),
    ("+39800876846", "toll_free", "IT", "800 876 846"),
    ("+78005552788", "toll_free", "RU", "8 800 555 27 88"),
    ("+34900991843", "toll_free", "ES", "900 991 843"),
    ("+448000185548", "toll_free", "GB", "0800 018 5548"),
    ("+441252362710", "geographic", "GB", "01252 362710"),
    ("+441252362711", "geographic", "GB", "01252 362711"),
    ("+441252362713", "geographic", "GB", "01252 362713"),
    ("+441252362725", "geographic", "GB", "01252 362725"),
    ("+441252362728", "geographic", "GB", "01252 362728"),
    ("+208000000563", "toll_free", "EG", "0800 000 0563"),
    ("+9721809388007", "toll_free", "IL", "1 809 388 007"),
    ("+97293760672", "geographic", "IL", "09 376 0672"),
    ("+9668008445141", "toll_free", "SA", "800 844 5141"),
    ("+97180004415146", "toll_free", "AE", "800 04415146"),
    ("+97144494140", "geographic", "AE", "04 449 4140"),
    ("+27800991536", "toll_free", "ZA", "080 099 1536"),
    ("+611800888297", "toll_free", "AU", "1800 888 297"),
    ("+864008901110", "shared_cost", "CN", "400 890 1110"),
    ("+868008102100", "toll_free", "CN", "800 810 2100"),
    ("+864008902100", "shared_cost", "CN", "400 890 2100"),
    ("+852800965522", "toll_free", "HK", "800 965 522"),
    ("+852800901222", "toll_free", "HK", "800 901 222"),
    ("+910008009190891", "toll_free", "IN", "000 800 919 0891"),
    ("+910008009190893", "toll_free", "IN", "000 800 919 0893"),
    ("+620018030612023", "toll_free", "ID", "001 803 061 2023"),
    ("+81120088383", "toll_free", "JP", "0120 088 383"),
    ("+81120102012", "toll_free", "JP", "0120 102 012"),
    ("+82800810880", "toll_free", "KR", "080 081 0880"),
    ("+601800804523", "toll_free", "MY", "1 800 80 4523"),
    ("+64800441734", "toll_free", "NZ", "0800 441 734"),
    ("+63180013200072", "toll_free", "PH", "1800 1 320 0072"),
    ("+63282312208", "geographic", "PH", "02 8231 2208"),
    ("+658006161771", "toll_free", "SG", "800 616 1771"),
    ("+61735148160", "geographic", "AU", "07 3514 8160"),
]
EVERYWHERE = ("+80046733428", "toll_free_international", "DE", "00 800 4673 3428")

# As published, the country, the digits, the calling code.
IN_ONE_COUNTRY = [
    ("0800-054-2046", "CR", "08000542046", 506),
    ("00800-054-0402", "PA", "008000540402", 507),
    ("00980-0542-0024", "PY", "0098005420024", 595),
    ("00800 4488 29883", "TR", "00800448829883", 90),
    ("00800 100167", "QA", "00800100167", 974),
    ("00801 861 036", "TW", "00801861036", 886),
    ("001800 612 1045", "TH", "0018006121045", 66),
]


@pytest.mark.parametrize(("e164", "kind", "country", "pressed"), [*INTERNATIONAL, EVERYWHERE])
def test_published_numbers_are_read_classed_and_dialled(e164, kind, country, pressed):
    """What is pressed at home is what the page prints, in the country's own grouping."""
    number = PhoneNumber.parse(e164)

    assert number.e164 == e164
    assert number.grouped.replace(" ", "") == e164
    assert kind_of(number) == kind
    assert is_valid(number) is True
    assert dial_string(number, country).text == pressed
    assert tel_uri(number) == "tel:" + e164


@pytest.mark.parametrize(("e164", "kind", "country", "pressed"), INTERNATIONAL)
def test_published_numbers_belong_to_the_country_they_are_printed_for(e164, kind, country, pressed):
    """The mark of a mistake is a number of another country's calling code."""
    number = PhoneNumber.parse(e164)

    assert country in country_of(number)
    if kind == "geographic":
        assert home_of(number) == country
    assert pressed.replace(" ", "")[-5:] == e164[-5:]


@pytest.mark.parametrize("e164", [row[0] for row in [*INTERNATIONAL, EVERYWHERE]])
def test_dial_strings_are_libphonenumbers_from_every_country(e164):
    """Oracle: its own parser and formatter, all of whose punctuation becomes spaces."""
    number = PhoneNumber.parse(e164)
    parsed = phonenumbers.parse(e164)

    for origin in phonenumbers.SUPPORTED_REGIONS:
        formatted = phonenumbers.format_out_of_country_calling_number(parsed, origin)
        dial = dial_string(number, origin)
        assert dial.text == " ".join(re.findall(r"[+~0-9]+", formatted)), origin
        assert re.fullmatch(r"[+0-9][0-9]*(~[0-9]+)?( [0-9]+)*", dial.text), origin


@pytest.mark.parametrize(("text", "country", "digits", "code"), IN_ONE_COUNTRY)
def test_published_digits_exist_inside_their_country_alone(text, country, digits, code):
    """No E.164 number, a dial string there, nothing abroad, a link that says where."""
    number = PhoneNumber.parse(text, only_in=country)

    assert number.e164 is None
    assert dial_string(number, country).text == text.replace("-", " ")
    assert {dial_string(number, origin) for origin in ("US", "DE", "IR", "AR")} == {None}
    assert tel_uri(number) == f"tel:{digits};phone-context=+{code}"
    assert country_of(number) == (country,)


@pytest.mark.parametrize("text", ["+612 976", "+7 490 951 933 13"])
def test_published_numbers_with_lost_or_extra_digits_are_refused(text):
    """They are kept with their published text and never offered."""
    with pytest.raises(ValueError, match="Compare it with the source"):
        PhoneNumber.parse(text)
