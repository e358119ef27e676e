"""What the shell offers when TAB is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Iterable, List

from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    import click

    from supportlines.directory import Facts

    Completer = Callable[[click.Context, click.Parameter, str], List[CompletionItem]]


def _starting(names: Iterable[str], incomplete: str) -> list[CompletionItem]:
    wanted = incomplete.lower()
    return [CompletionItem(name) for name in sorted(names) if name.lower().startswith(wanted)]


def _named(context: click.Context) -> Facts | None:
    """Return the facts of the directory that the command names.

    None if it cannot be read: the command will say why.
    """
    from supportlines import api
    from supportlines.errors import SupportlinesError

    try:
        return api.load(context.params.get("directory")).facts
    except SupportlinesError:
        return None


def _of_directory(names_in: Callable[[Facts], Iterable[str]]) -> Completer:
    """Return what offers names of the directory that the command names."""

    def offer(
        context: click.Context, parameter: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        del parameter
        facts = _named(context)
        return [] if facts is None else _starting(names_in(facts), incomplete)

    return offer


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
    return [
        *_regions(context, parameter, incomplete),
        *countries(context, parameter, incomplete),
    ]


_regions = _of_directory(lambda facts: [region.id for region in facts.every_region()])


def _languages(facts: Facts) -> set[str]:
    """Return the languages that are stated anywhere, or assumed."""
    named = [
        facts.assumed_languages,
        *(region.languages for region in facts.every_region()),
        *(line.languages for line, _ in facts.lines()),
        *(rule.languages for rule in facts.rules()),
    ]
    return {tag for listed in named for tag in listed}


languages = _of_directory(_languages)
tiers = _of_directory(lambda facts: [tier.id for tier in facts.tiers])
desks = _of_directory(lambda facts: facts.desk_ids)
severities = _of_directory(lambda facts: facts.severities)
requests = _of_directory(lambda facts: facts.requests)


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


def channels(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer the channels that there are."""
    del context, parameter
    from supportlines.directory import CHANNELS

    return _starting(CHANNELS, incomplete)


def zones(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Offer IANA time zone names."""
    del context, parameter
    from supportlines.hours import known_zones

    return _starting(known_zones(), incomplete)
