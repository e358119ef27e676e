"""A small program of a user: mypy in its strict mode and pyright have nothing to say of it."""

from __future__ import annotations

from datetime import datetime, timezone

import supportlines


def main() -> None:
    """Ask, look and compare."""
    directory = supportlines.load()
    question = supportlines.Question("MX", languages=["es"], time_zone="America/Mexico_City")
    answer = directory.answer(question, at=datetime(2026, 11, 24, 16, tzinfo=timezone.utc))
    best = answer.best
    if best is None:
        print("nobody")
        return
    print(best.dial, best.state, best.changes_at, [reason.text for reason in best.reasons])
    for opening in best.today or ():
        print(opening.start, opening.end, opening.state)
    print(answer.text(), answer.to_json(), supportlines.who_can_i_call("DE").state)
    hours = supportlines.OpeningHours.parse("Mo-Fr 09:00-17:00", time_zone="Europe/London")
    print((~hours | hours).state(supportlines.now()), hours.is_open(supportlines.now()))
    found = supportlines.check("directory: {}", "my.yaml")
    print([str(problem) for problem in found.problems], found.doubts)
    for change in directory.changes_to(directory):
        print(change.sentence)
    print(directory.coverage(2026, countries=["AE"]).rows[0].week.open_share)


if __name__ == "__main__":
    main()
