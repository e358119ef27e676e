"""What is wrong with the words of a command, said as all our errors say it."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

import click

from supportlines.cli.output import echo
from supportlines.errors import closest, one_line, quoted

if TYPE_CHECKING:
    _Choice = click.Choice[str]  # type: ignore[type-arg, unused-ignore]
    _Number = click.ParamType[int]  # type: ignore[type-arg, unused-ignore]
else:
    _Choice, _Number = click.Choice, click.ParamType  # older versions take no type there


class WrongUsage(click.UsageError):
    """A command that cannot be understood; shown with how it is written."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print what is wrong, how the command is written, and where more is to be read."""
        del file
        echo(f"supportlines: {self.message}", err=True)
        if self.ctx is not None:
            echo(self.ctx.get_usage(), err=True)
            echo(f'See "{self.ctx.command_path} --help".', err=True)


class OneOf(_Choice):
    """One of a few words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return *value* if it is one of them."""
        if value in self.choices:
            return value
        return self.fail(f"{quoted(str(value))} is not known. {words_of(self)}", param, ctx)


class WholeNumber(_Number):
    """A whole number between two others, both included."""

    name = "number"

    def __init__(self, least: int, most: int, such_as: int) -> None:
        self.least = least
        self.most = most
        self.such_as = such_as

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number that *value* writes."""
        text = str(value).strip()
        is_number = text.isascii() and text.isdecimal() and len(text) <= len(str(self.most))
        if is_number and self.least <= int(text) <= self.most:
            return int(text)
        wrong = f"{quoted(str(value))} is no whole number from {self.least} to {self.most}."
        return self.fail(f"{wrong} Write one such as {self.such_as}.", param, ctx)


def words_of(choice: object) -> str:
    """Return what to write for a parameter that is one of a few words; empty for others."""
    if not isinstance(choice, OneOf):
        return ""
    return f"Write one of: {', '.join(map(quoted, choice.choices))}."


def in_our_words(error: click.UsageError) -> click.UsageError:
    """Return *error* as we say it, whatever the version of click says."""
    return WrongUsage(one_line(_said(error)), error.ctx)


def no_such_command(name: str, commands: list[str], context: click.Context) -> WrongUsage:
    """Return the error for a command that there is not."""
    return WrongUsage(f"there is no command {quoted(name)}.{_meant(name, commands)}", context)


def _said(error: click.UsageError) -> str:
    parameters = [] if error.ctx is None else error.ctx.command.get_params(error.ctx)
    options = {name: one for one in parameters for name in (*one.opts, *one.secondary_opts)}
    if isinstance(error, click.NoSuchOption):
        name = error.option_name
        return f"there is no option {quoted(name)}.{_meant(name, list(options))}"
    if isinstance(error, click.BadOptionUsage):
        return _without_value(error.option_name, options.get(error.option_name))
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return _missing(error.param)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return f"{_name_of(error.param)} {error.message}"
    if type(error) is click.UsageError and error.ctx is not None:
        # The commands themselves raise `WrongUsage`; click has this where words are left over.
        left = error.message.partition("(")[2].rstrip(".")
        if left.endswith(")"):
            return f"{quoted(left[:-1])} is too much: the command takes no more words."
    return error.message


def _meant(name: str, known: list[str]) -> str:
    close = closest(name, known)
    return f" Did you mean {quoted(close[0])}?" if close else ""


def _without_value(name: str, option: click.Parameter | None) -> str:
    if isinstance(option, click.Option) and option.is_flag:
        return f"{name} takes no value: write {name} alone."
    return f"{name} has no value. {_form_of(name, option)}"


def _missing(parameter: click.Parameter) -> str:
    name = _name_of(parameter)
    if isinstance(parameter, click.Argument):
        return f"{name} is missing. {words_of(parameter.type)}".rstrip()
    return f"{name} is missing. {_form_of(name, parameter)}"


def _form_of(name: str, option: click.Parameter | None) -> str:
    if option is None:
        return f"Write {name} VALUE."
    return words_of(option.type) or f"Write {name} {option.metavar or 'VALUE'}."


def _name_of(parameter: click.Parameter) -> str:
    """Return how a parameter is called in the help."""
    if isinstance(parameter, click.Argument):
        return (parameter.metavar or str(parameter.name)).strip("[].").upper()
    return max(parameter.opts, key=len)
