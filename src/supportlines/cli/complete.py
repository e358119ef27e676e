"""What the shell offers when TAB is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable

from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    import click

    from supportlines.directory import Facts


def _starting(names: Iterable[str], incomplete: str) -> list[CompletionItem]:
    wanted = incomplete.lower()
    return [CompletionItem(name) for name in sorted(names) if name.lower().startswith(wanted)]


def countries(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer country codes with their English names."""
    del context, parameter
    from supportlines.places import country_name, known_countries

    codes = sorted(code for code in known_countries() if code.startswith(incomplete.upper()))
    return [CompletionItem(code, help=country_name(code, "en")) for code in codes]


def regions(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer the regions of the directory that the command names, and countries."""
    facts = _named(context)
    names = [] if facts is None else [region.id for region in facts.every_region()]
    return [
        *_starting(names, incomplete),
        *countries(context, parameter, incomplete),
    ]


def languages(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer the languages of the directory that the command names: stated anywhere, or assumed."""
    del parameter
    facts = _named(context)
    if facts is None:
        return []
    named = [
        facts.assumed_languages,
        *(region.languages for region in facts.every_region()),
        *(line.languages for line, _ in facts.lines()),
        *(rule.languages for rule in facts.rules()),
    ]
    tags = {tag for listed in named for tag in listed}
    return _starting(tags, incomplete)


def channels(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer the channels that there are."""
    del context, parameter
    from supportlines.directory import CHANNELS

    return _starting(CHANNELS, incomplete)


def tiers(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer the tiers of the directory that the command names."""
    del parameter
    facts = _named(context)
    return _starting((tier.id for tier in facts.tiers) if facts is not None else (), incomplete)


def desks(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer the desks of the directory that the command names."""
    del parameter
    facts = _named(context)
    return _starting(facts.desk_ids if facts is not None else (), incomplete)


def severities(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer the severities of the directory that the command names."""
    del parameter
    facts = _named(context)
    return _starting(facts.severities if facts is not None else (), incomplete)


def lines(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer the lines of the directory that the command names, with what is published of them."""
    del parameter
    facts = _named(context)
    found = [] if facts is None else [line for line, _ in facts.lines()]
    published = {line.id: " ".join(line.published_as.split()) for line in found}
    return [
        CompletionItem(item.value, help=published[item.value])
        for item in _starting(published, incomplete)
    ]


def requests(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer the kinds of request of the directory that the command names."""
    del parameter
    facts = _named(context)
    return _starting(facts.requests if facts is not None else (), incomplete)


def _named(context: click.Context) -> Facts | None:
    """Return the facts of that directory; None if it cannot be read: the command will say why."""
    from supportlines import api
    from supportlines.errors import SupportlinesError

    try:
        return api.load(context.params.get("directory")).facts
    except SupportlinesError:
        return None


def zones(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer IANA time zone names."""
    del context, parameter
    from supportlines.hours import known_zones

    return _starting(known_zones(), incomplete)
