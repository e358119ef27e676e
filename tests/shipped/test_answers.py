"""The answers that the shipped directory must give; expected values written by hand.

2026-12-22 is a Tuesday. Instants are UTC, with the caller's clock beside them.
"""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

import supportlines


def utc(*parts: int) -> datetime:
    """Return an instant in UTC."""
    return datetime(*parts, tzinfo=timezone.utc)


def numbers(answer):
    """Return what each option would dial: its number, or its digits where it has none."""
    return [option.number or option.dial for option in answer.options]


def by_language(answer, number, language):
    """Return the option of *number* in *language*."""
    (option,) = [
        one
        for one in answer.options
        if language in one.languages and number in (one.number, one.dial)
    ]
    return option


def withheld(answer):
    """Return the ids of the lines that cannot be dialled."""
    return {line.id for line, _ in answer.withheld}


def said(answer):
    """Return the codes of all caveats, the answer's and those of its best option."""
    return {caveat.code for caveat in (*answer.caveats, *answer.best.caveats)}


def told(answer):
    """Return the sentences of all caveats, the answer's and those of its best option."""
    return " ".join(caveat.text for caveat in (*answer.caveats, *answer.best.caveats))


class TestMexico:
    """Printed under North America and again under Latin America."""

    NUMBER = "+528001231661"

    def ask(self, asked, at, tier="standard"):
        """Ask in Spanish from Mexico City."""
        return asked.who_can_i_call(
            "MX", languages=["es"], tier=tier, time_zone="America/Mexico_City", at=at
        )

    def test_open_until_six(self, asked):
        """At 17:59 the line is open, in Spanish, for a minute more."""
        answer = self.ask(asked, utc(2026, 12, 22, 23, 59))

        assert answer.state == "open"
        assert answer.best.number == self.NUMBER
        assert answer.best.dial == "800 123 1661"
        assert answer.best.language == "es"
        assert answer.best.cost == "free"
        assert answer.best.changes_at == utc(2026, 12, 23, 0, 0)

    def test_closed_at_six(self, asked):
        """At 18:00 it is closed until Wednesday, 09:00."""
        answer = self.ask(asked, utc(2026, 12, 23, 0, 0))

        assert answer.state == "closed"
        assert answer.best.number == self.NUMBER
        assert answer.best.changes_at == utc(2026, 12, 23, 15, 0)

    def test_premium_never_closes(self, asked):
        """With premium it is open and stays so."""
        answer = self.ask(asked, utc(2026, 12, 23, 0, 0), tier="premium")

        assert answer.state == "open"
        assert answer.best.number == self.NUMBER
        assert answer.best.changes_at is None

    def test_the_number_that_is_printed_twice_is_one_option(self, asked):
        """Both lines have the same number, languages and hours."""
        answer = self.ask(asked, utc(2026, 12, 22, 23, 59))

        assert numbers(answer).count(self.NUMBER) == 1
        assert "01800-123-1661" in answer.best.published_as

    def test_the_outdated_prefix_is_told(self, asked):
        """01 is not dialled, and the answer says that the text was corrected."""
        answer = self.ask(asked, utc(2026, 12, 22, 23, 59))

        assert "corrected" in said(answer)


class TestUnitedStates:
    """One number for several time zones."""

    def test_without_a_zone_the_state_is_unknown_where_zones_disagree(self, asked):
        """At 18:30 in New York it is 15:30 in Los Angeles."""
        answer = asked.who_can_i_call("US", languages=["en"], at=utc(2026, 12, 22, 23, 30))

        assert answer.state == "unknown"
        assert answer.best.number == "+18884673342"
        assert "America/New_York" in told(answer)
        assert "America/Los_Angeles" in told(answer)

    def test_with_a_zone_it_is_open_until_six_there(self, asked):
        """18:00 in Los Angeles is 02:00 UTC."""
        answer = asked.who_can_i_call(
            "US",
            languages=["en"],
            time_zone="America/Los_Angeles",
            at=utc(2026, 12, 22, 23, 30),
        )

        assert answer.state == "open"
        assert answer.best.changes_at == utc(2026, 12, 23, 2, 0)

    def test_a_toll_free_number_is_withheld_abroad(self, asked):
        """An American customer who stands in France has the number in Raleigh."""
        answer = asked.who_can_i_call(
            "US",
            languages=["en"],
            time_zone="America/New_York",
            calling_from="FR",
            at=utc(2026, 12, 22, 17, 0),
        )

        assert withheld(answer) == {"us-ca-toll-free"}
        assert answer.best.number == "+19193013003"
        assert answer.best.dial == "00 1 919 301 3003"
        assert answer.best.state == "open"

    def test_canada_has_the_same_lines(self, asked):
        """Noon in Toronto."""
        answer = asked.who_can_i_call(
            "CA", languages=["en"], time_zone="America/Toronto", at=utc(2026, 12, 22, 17, 0)
        )

        assert numbers(answer) == ["+18884673342", "+19193013003"]


class TestEmirates:
    """A week from Saturday to Thursday, and no stated language."""

    def ask(self, asked, at, tier="standard"):
        """Ask in English."""
        return asked.who_can_i_call("AE", languages=["en"], tier=tier, at=at)

    def test_saturday_is_a_working_day(self, asked):
        """On Saturday at 10:00 the line is open until 17:00."""
        answer = self.ask(asked, utc(2026, 12, 19, 6, 0))

        assert answer.state == "open"
        assert answer.best.dial == "800 04415146"
        assert answer.best.changes_at == utc(2026, 12, 19, 13, 0)

    def test_friday_is_not(self, asked):
        """On Friday at 10:00 it is closed until Saturday, 09:00."""
        answer = self.ask(asked, utc(2026, 12, 18, 6, 0))

        assert answer.state == "closed"
        assert answer.best.changes_at == utc(2026, 12, 19, 5, 0)

    def test_premium_is_open_on_friday(self, asked):
        """EMEA's premium is day and night."""
        answer = self.ask(asked, utc(2026, 12, 18, 6, 0), tier="premium")

        assert answer.state == "open"
        assert answer.best.changes_at is None

    def test_english_is_assumed_and_said_to_be(self, asked):
        """The page does not say what is spoken."""
        answer = self.ask(asked, utc(2026, 12, 19, 6, 0))

        assert answer.best.language == "en"
        assert any("assumed" in code for code in said(answer))


class TestEurope:
    """Hours by language, on the clock of Central Europe."""

    def test_premium_at_night_is_english(self, asked):
        """In Paris at 22:00 the same line is open in English and closed in French."""
        answer = asked.who_can_i_call(
            "FR", languages=["fr", "en"], tier="premium", at=utc(2026, 1, 15, 21, 0)
        )

        assert answer.state == "open"
        assert answer.best.number == "+33800914729"
        assert answer.best.language == "en"
        assert answer.best.changes_at is None
        french = by_language(answer, "+33800914729", "fr")
        assert french.state == "closed"
        assert french.changes_at == utc(2026, 1, 16, 8, 0)

    @pytest.mark.parametrize(
        ("at", "state", "until"),
        [
            (utc(2026, 1, 15, 7, 30), "closed", utc(2026, 1, 15, 8, 0)),  # 10:30, opens 11:00
            (utc(2026, 7, 15, 7, 30), "open", utc(2026, 7, 15, 15, 0)),  # 10:30, until 18:00
        ],
    )
    def test_moscow_has_central_european_hours(self, asked, at, state, until):
        """Russia keeps no summer time, the hours do."""
        answer = asked.who_can_i_call("RU", languages=["ru"], time_zone="Europe/Moscow", at=at)

        assert answer.state == state
        assert answer.best.number == "+78005552788"
        assert answer.best.changes_at == until

    @pytest.mark.parametrize(
        ("country", "at", "state"),
        [
            ("GB", utc(2026, 1, 15, 7, 59), "closed"),  # London, 07:59
            ("GB", utc(2026, 1, 15, 8, 0), "open"),
            ("GB", utc(2026, 7, 15, 6, 59), "closed"),  # London, 07:59 in summer time
            ("GB", utc(2026, 7, 15, 7, 0), "open"),
            ("GR", utc(2026, 1, 15, 15, 59), "open"),  # Athens, 17:59
            ("GR", utc(2026, 1, 15, 16, 0), "closed"),
            ("TR", utc(2026, 1, 15, 8, 0), "open"),  # Istanbul, 11:00
            ("TR", utc(2026, 7, 15, 15, 0), "closed"),  # Istanbul, 18:00
        ],
    )
    def test_other_zones_have_central_european_hours(self, asked, country, at, state):
        """The caller's own clock has no say."""
        answer = asked.who_can_i_call(country, languages=["de"], at=at)

        assert answer.best.language == "de"
        assert answer.state == state

    def test_a_russian_number_is_one_option_for_two_prints(self, asked):
        """Landline and mobile callers dial the same number."""
        answer = asked.who_can_i_call("RU", languages=["ru"], at=utc(2026, 12, 22, 11, 0))
        option = by_language(answer, "+78005552788", "ru")

        assert "880 0555 2788" in option.published_as
        assert "780 0555 2788" in option.published_as

    def test_the_russian_number_with_a_digit_too_many_is_not_offered(self, asked):
        """Nor is its likely correction."""
        answer = asked.who_can_i_call("RU", at=utc(2026, 12, 22, 11, 0))

        assert "ru-other" in withheld(answer)
        assert not [one for one in numbers(answer) if one.startswith(("+749", "+790"))]

    def test_germany_has_the_freephone_number(self, asked):
        """At noon it is open in German, dialled with 00."""
        answer = asked.who_can_i_call("DE", languages=["de"], at=utc(2026, 12, 22, 11, 0))

        assert answer.state == "open"
        assert answer.best.number == "+80046733428"
        assert answer.best.dial == "00 800 4673 3428"
        assert answer.best.cost == "free"
        assert "country_not_named" not in said(answer)

    def test_russia_dials_the_freephone_number_in_its_own_way(self, asked):
        """8, then the tone, then 10."""
        answer = asked.who_can_i_call("RU", languages=["ru"], at=utc(2026, 12, 22, 11, 0))
        option = by_language(answer, "+80046733428", "ru")

        assert option.dial == "8~10 800 4673 3428"

    @pytest.mark.parametrize(
        ("country", "calling_from"), [("DE", "AT"), ("AT", None), ("PT", None), ("TR", None)]
    )
    def test_the_freephone_number_is_withheld_where_it_cannot_be_dialled(
        self, asked, country, calling_from
    ):
        """Austria, Portugal and Turkey are not on its list."""
        answer = asked.who_can_i_call(
            country, languages=["de"], calling_from=calling_from, at=utc(2026, 12, 22, 11, 0)
        )

        assert "emea-800" in withheld(answer)
        assert "+80046733428" not in numbers(answer)

    def test_poland_has_the_freephone_number_and_then_the_british_one(self, asked):
        """Poland is named for the one, and falls back on the other."""
        answer = asked.who_can_i_call("PL", languages=["en"], at=utc(2026, 12, 22, 11, 0))

        assert numbers(answer)[:2] == ["+80046733428", "+441252362710"]
        assert [option.state for option in answer.options[:2]] == ["open", "open"]
        assert answer.options[1].dial.replace(" ", "") == "00441252362710"

    def test_turkey_dials_digits_of_its_own(self, asked):
        """00800 4488 29883 is no +800 number."""
        answer = asked.who_can_i_call("TR", languages=["en"], at=utc(2026, 12, 22, 11, 0))

        assert answer.best.number is None
        assert answer.best.dial == "00800 4488 29883"

    def test_the_number_of_prague_is_not_free(self, asked):
        """The page calls it toll free; it is a geographic number."""
        answer = asked.who_can_i_call("CZ", languages=["en"], at=utc(2026, 12, 22, 11, 0))
        option = by_language(answer, "+420239016847", "en")

        assert option.kind == "geographic"
        assert option.cost == "national"
        assert "corrected" in {caveat.code for caveat in option.caveats}


class TestAfrica:
    """The British numbers of Europe, under hours of its own."""

    def ask(self, asked, *languages, at, tier="standard"):
        """Ask from Kenya."""
        return asked.who_can_i_call("KE", languages=list(languages), tier=tier, at=at)

    def test_open_by_the_clock_of_nairobi(self, asked):
        """At 16:59 the French line is open until 17:00, when Europe has an hour left."""
        answer = self.ask(asked, "fr", at=utc(2026, 12, 22, 13, 59))

        assert answer.state == "open"
        assert answer.best.number == "+441252362711"
        assert answer.best.changes_at == utc(2026, 12, 22, 14, 0)
        assert "country_not_named" in said(answer)

    def test_premium_at_night_is_unknown_in_french(self, asked):
        """The page does not say in which languages premium is day and night."""
        answer = self.ask(asked, "fr", at=utc(2026, 12, 22, 19, 0), tier="premium")

        assert answer.state == "unknown"
        assert answer.best.number == "+441252362711"
        assert by_language(answer, "+441252362710", "en").state == "open"

    def test_premium_at_night_is_open_for_whoever_speaks_english(self, asked):
        """English comes first then, although French is preferred."""
        answer = self.ask(asked, "fr", "en", at=utc(2026, 12, 22, 19, 0), tier="premium")

        assert answer.state == "open"
        assert answer.best.number == "+441252362710"

    def test_south_africa_has_a_line_and_the_freephone_number(self, asked):
        """At noon in Johannesburg both are open, its own first."""
        answer = asked.who_can_i_call("ZA", languages=["en"], at=utc(2026, 12, 22, 10, 0))

        assert numbers(answer)[:3] == ["+27800991536", "+80046733428", "+441252362710"]
        assert answer.best.changes_at == utc(2026, 12, 22, 15, 0)


class TestIndia:
    """Hours of its own, and a number that cannot be read."""

    def test_open_until_six(self, asked):
        """At 17:30 there is half an hour left; the rest of the region closed at 17:00."""
        answer = asked.who_can_i_call("IN", languages=["en"], at=utc(2026, 12, 22, 12, 0))

        assert answer.state == "open"
        assert answer.best.number == "+910008009190891"
        assert answer.best.changes_at == utc(2026, 12, 22, 12, 30)

    def test_premium_at_night_comes_with_a_caveat(self, asked):
        """At 23:00 somebody answers, but the number for after hours cannot be read."""
        answer = asked.who_can_i_call(
            "IN", languages=["en"], tier="premium", at=utc(2026, 12, 22, 17, 30)
        )

        assert answer.state == "open"
        assert "number for after hours cannot be read in the source" in told(answer)

    @pytest.mark.parametrize("tier", ["standard", "premium"])
    @pytest.mark.parametrize("calling_from", [None, "AU", "US"])
    def test_the_truncated_number_is_never_offered(self, asked, tier, calling_from):
        """It is withheld, with its published text."""
        answer = asked.who_can_i_call(
            "IN", tier=tier, calling_from=calling_from, at=utc(2026, 12, 22, 17, 30)
        )

        assert "in-after-hours" in withheld(answer)
        assert not [one for one in numbers(answer) if one.startswith("+612")]
        assert not [option for option in answer.options if "976" in option.published_as]


class TestDigitsOfOneCountry:
    """Numbers that exist inside one country and nowhere else."""

    @pytest.mark.parametrize(
        ("country", "at", "dial", "line"),
        [
            ("QA", utc(2026, 12, 22, 9, 0), "00800 100167", "qa-toll-free"),
            ("PY", utc(2026, 12, 22, 15, 0), "00980 0542 0024", "py-toll-free"),
            ("TH", utc(2026, 12, 22, 5, 0), "001800 612 1045", "th-toll-free"),
            ("TR", utc(2026, 12, 22, 9, 0), "00800 4488 29883", "tr-toll-free"),
            ("PA", utc(2026, 12, 22, 17, 0), "00800 054 0402", "pa-toll-free"),
            ("CR", utc(2026, 12, 22, 18, 0), "0800 054 2046", "cr-toll-free"),
        ],
    )
    def test_they_are_dialled_at_home_and_withheld_abroad(self, asked, country, at, dial, line):
        """There is something to press, a link with its context, and no E.164 number."""
        answer = asked.who_can_i_call(country, languages=["en"], at=at)
        abroad = asked.who_can_i_call(country, languages=["en"], calling_from="DE", at=at)

        assert answer.state == "open"
        assert answer.best.line.id == line
        assert answer.best.number is None
        assert answer.best.dial == dial
        assert ";phone-context=+" in answer.best.tel_uri
        assert line in withheld(abroad)
        assert dial not in numbers(abroad)

    def test_the_chilean_number_is_doubtful(self, asked):
        """Sound numbers come first; the digits are those that are printed."""
        answer = asked.who_can_i_call(
            "CL", languages=["es"], time_zone="America/Santiago", at=utc(2026, 12, 22, 15, 0)
        )

        assert numbers(answer) == ["+541143297398", "1888 0020 1252"]
        assert answer.options[1].state == "open"
        assert "corrected" in {caveat.code for caveat in answer.options[1].caveats}


class TestAsiaPacific:
    """Lines by language, and one number in Brisbane for the rest."""

    @pytest.mark.parametrize(
        ("country", "language", "at", "dial"),
        [
            ("HK", "yue", utc(2026, 12, 22, 2, 0), "800 901 222"),
            ("HK", "en", utc(2026, 12, 22, 2, 0), "800 965 522"),
            ("JP", "ja", utc(2026, 12, 22, 1, 0), "0120 102 012"),
            ("JP", "en", utc(2026, 12, 22, 1, 0), "0120 088 383"),
            ("TW", "zh", utc(2026, 12, 22, 2, 0), "00801 861 036"),
            # 800 numbers answer landlines alone, and nobody said which phone it is.
            ("CN", "zh", utc(2026, 12, 22, 2, 0), "400 890 2100"),
            ("CN", "en", utc(2026, 12, 22, 2, 0), "400 890 1110"),
        ],
    )
    def test_the_line_of_the_language_comes_first(self, asked, country, language, at, dial):
        """During the working day the caller's language is answered."""
        answer = asked.who_can_i_call(country, languages=[language], at=at)

        assert answer.state == "open"
        assert answer.best.dial == dial
        assert answer.best.language == language

    def test_korea_in_english_is_brisbane_first(self, asked):
        """The Korean line speaks Korean only and comes after it."""
        answer = asked.who_can_i_call("KR", languages=["en"], at=utc(2026, 12, 22, 1, 0))

        assert numbers(answer) == ["+61735148160", "+82800810880"]
        assert answer.best.language == "en"
        assert answer.options[1].language is None
        assert answer.options[1].languages == ("ko",)

    def test_taiwan_in_english_is_brisbane_first(self, asked):
        """Taiwan's English number lost a digit and is withheld."""
        answer = asked.who_can_i_call("TW", languages=["en"], at=utc(2026, 12, 22, 2, 0))

        assert withheld(answer) == {"tw-english"}
        assert answer.best.number == "+61735148160"

    def test_china_has_one_clock(self, asked):
        """At 09:30 in Shanghai the lines are open, whatever the clocks of Urumqi say."""
        at = utc(2026, 12, 22, 1, 30)
        answer = asked.who_can_i_call("CN", languages=["zh"], at=at)
        west = asked.who_can_i_call("CN", languages=["zh"], time_zone="Asia/Urumqi", at=at)

        assert (answer.state, west.state) == ("open", "open")
        assert answer.best.changes_at == utc(2026, 12, 22, 9, 0)

    def test_vietnam_is_not_named(self, asked):
        """It has the region's line, and the answer says why."""
        answer = asked.who_can_i_call("VN", languages=["en"], at=utc(2026, 12, 22, 5, 0))

        assert numbers(answer) == ["+61735148160"]
        assert "country_not_named" in said(answer)


class TestBrazil:
    """A country that does not speak its region's languages."""

    def test_spanish_is_not_spoken(self, asked):
        """At 10:00 in Sao Paulo two lines are open, in Portuguese and English."""
        answer = asked.who_can_i_call(
            "BR", languages=["es"], time_zone="America/Sao_Paulo", at=utc(2026, 12, 22, 13, 0)
        )

        assert answer.state == "open"
        assert numbers(answer) == ["+558006025222", "+551135296006"]
        assert answer.best.language is None
        assert set(answer.best.languages) == {"pt", "en"}
        reasons = " ".join(reason.text for reason in answer.best.reasons)
        assert "Portuguese" in reasons + told(answer)


class TestNoLine:
    """Countries that the page does not speak of."""

    @pytest.mark.parametrize("country", ["KZ", "GL"])
    def test_no_line_is_listed(self, asked, country):
        """There are no options; what might help is a guess."""
        answer = asked.who_can_i_call(country, at=utc(2026, 12, 22, 11, 0))

        assert answer.state == "no_line"
        assert answer.options == ()
        assert answer.best is None
        assert answer.guesses

    def test_antarctica_has_not_even_a_guess(self, asked):
        """Nobody has a telephone line there."""
        answer = asked.who_can_i_call("AQ", at=utc(2026, 12, 22, 11, 0))

        assert answer.state == "no_line"
        assert answer.guesses == ()


class TestRefused:
    """Questions that cannot be answered say what to write instead."""

    @pytest.mark.parametrize(
        ("question", "base", "found", "remedy"),
        [
            ({"country": "UK"}, LookupError, '"UK"', '"GB"'),
            ({"country": "GB", "tier": "gold"}, LookupError, '"gold"', '"standard", "premium"'),
            (
                {"country": "GB", "time_zone": "Europe/Londn"},
                LookupError,
                '"Europe/Londn"',
                '"Europe/London"',
            ),
            ({"country": "GB", "languages": ["english"]}, ValueError, '"english"', '"en"'),
        ],
    )
    def test_a_word_that_is_not_known(self, asked, question, base, found, remedy):
        """The error names what was found and what is known."""
        with pytest.raises(supportlines.SupportlinesError) as caught:
            asked.who_can_i_call(**question, at=utc(2026, 12, 22, 11, 0))

        assert isinstance(caught.value, base)
        assert found in str(caught.value)
        assert remedy in str(caught.value)

    def test_a_naive_datetime(self, asked):
        """The error says how to give an instant."""
        naive = datetime(2026, 12, 22, 11)  # noqa: DTZ001 - the mistake itself

        with pytest.raises(supportlines.SupportlinesError) as caught:
            asked.who_can_i_call("GB", at=naive)

        assert isinstance(caught.value, ValueError)
        assert "2026-12-22 11:00" in str(caught.value)
        assert "time zone" in str(caught.value)


def test_standard_hours_are_closed_on_public_holidays_and_name_them(asked):
    """The operator's article: no support on local public holidays. Christmas 2026 is a Friday."""
    christmas = utc(2026, 12, 25, 11, 0)
    standard = asked.who_can_i_call("FR", languages=["en"], at=christmas)
    premium = asked.who_can_i_call("FR", languages=["en"], tier="premium", at=christmas)

    assert standard.state == "closed"
    assert "Christmas Day" in standard.best.reasons[-1].text
    assert standard.best.changes_at == utc(2026, 12, 28, 8, 0)
    assert premium.state == "open"


def test_an_ordinary_day_says_nothing_of_holidays(asked):
    """They are known, and this is none."""
    answer = asked.who_can_i_call("FR", languages=["fr"], at=utc(2026, 12, 22, 11, 0))

    assert answer.state == "open"
    assert "holidays_not_considered" not in said(answer)


def test_a_year_whose_holidays_nobody_knows_says_so(asked):
    """Without a calendar the day is judged as an ordinary one, and the answer says so."""
    answer = asked.who_can_i_call("FR", languages=["it"], at=utc(2150, 12, 25, 11, 0))

    assert answer.state == "open"
    assert "holidays_not_considered" in said(answer)


def test_day_and_night_needs_no_holidays(asked):
    """Premium in Japan rests on no weekly hours."""
    answer = asked.who_can_i_call(
        "JP", languages=["ja"], tier="premium", at=utc(2026, 12, 22, 18, 0)
    )

    assert answer.state == "open"
    assert "holidays_not_considered" not in said(answer)


@pytest.mark.parametrize(
    ("part", "state"),
    [
        (None, "unknown"),
        ("GB-ENG", "closed"),
        ("GB-SCT", "open"),
    ],
)
def test_local_holidays_are_those_of_the_part_of_the_country(asked, part, state):
    """The article: local is the place of the customer's account, and local holidays are closed.

    Easter Monday of 2027, by the Banking and Financial Dealings Act 1971, Schedule 1, a bank
    holiday everywhere in the kingdom but in Scotland. Premium has no holidays.
    """
    monday = utc(2027, 3, 29, 9)  # 10:00 in London

    assert asked.who_can_i_call("GB", subdivision=part, at=monday).state == state
    assert asked.who_can_i_call("GB", subdivision=part, tier="premium", at=monday).state == "open"
