"""What a type checker knows of the public names; checked by mypy, never run.

The names load on first use; without care a type checker would take each of them for `object`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime, timedelta, timezone
    from typing import Iterator, Optional, Tuple

    from typing_extensions import assert_type

    import supportlines
    from supportlines.hours import State
    from supportlines.phones import Step

    AT = datetime(2026, 11, 23, 16, tzinfo=timezone.utc)

    directory = supportlines.load()
    assert_type(directory, supportlines.Directory)
    assert_type(supportlines.load("my.yaml"), supportlines.Directory)
    assert_type(supportlines.now(), datetime)
    assert_type(supportlines.__version__, str)

    answer = directory.who_can_i_call(
        "MX",
        languages=["es", "en"],
        tier="standard",
        desk=None,
        severity=None,
        time_zone=None,
        calling_from=None,
        subdivision=None,
        channels=("phone",),
        facets={},
        at=AT,
    )
    assert_type(answer, supportlines.Answer)
    assert_type(answer.best, Optional[supportlines.Option])
    assert_type(answer.options, Tuple[supportlines.Option, ...])
    assert_type(answer.caveats, Tuple[supportlines.Caveat, ...])
    option = answer.options[0]
    assert_type(option.number, Optional[str])
    assert_type(option.dial, Optional[str])
    assert_type(option.uri, Optional[str])
    assert_type(option.reply_by, Optional[datetime])
    assert_type(answer.other_ways, Tuple[supportlines.Option, ...])
    assert_type(answer.asks, Tuple[supportlines.Ask, ...])
    assert_type(answer.coming, Tuple[supportlines.ComingChange, ...])
    assert_type(option.state, State)
    assert_type(option.changes_at, Optional[datetime])
    assert_type(option.next_state, Optional[State])
    assert_type(option.next_why, Optional[str])
    assert_type(option.desk, Optional[str])
    assert_type(option.steps, Tuple[Step, ...])
    assert_type(option.reasons[0], supportlines.Reason)

    hours = supportlines.OpeningHours.parse("Sa-Th 09:00-17:00", time_zone="Asia/Dubai")
    assert_type(hours, supportlines.OpeningHours)
    assert_type(hours.state(AT), State)
    assert_type(hours.is_open(AT), bool)
    assert_type(hours.next_change(AT), Optional[datetime])
    assert_type(hours.intervals(AT, AT), Iterator[Tuple[datetime, datetime]])
    assert_type(hours.open_time(AT, AT), timedelta)
    assert_type(hours.add_open_time(AT, timedelta(hours=4)), Optional[datetime])
