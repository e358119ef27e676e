"""An oracle of conditions: whatever a caller might still say is tried, one after the other.

It reads the plain content of a data file and knows nothing of the code that it judges.
"""

from __future__ import annotations

from itertools import product

OTHER = "other"
PARTS = ("CA-QC", "CA-ON", "CA-NB")
"""Parts of the one country that has some, and one that no file names."""


def domains(content):
    """Return for each thing that a caller may say all that they may say of it."""
    found = {
        "desk": list(content["desks"]),
        "severity": list(content["severities"]),
        "phone": ["landline", "mobile"],
        "carrier": ["Alpha", "Beta", OTHER],
        "request": ["error", "question", OTHER],
        "subdivision": list(PARTS),
    }
    for name, facet in content["facets"].items():
        found[name] = list(facet["values"])
    return found


def domains_of(content, key):
    """Return all that a caller may say of a key of a condition."""
    return domains(content)[KEYS.get(key, key)]


KEYS = {
    "desks": "desk",
    "severities": "severity",
    "requests": "request",
    "subdivisions": "subdivision",
}
"""What the keys of a condition are called in a question, where that is another word."""


def is_met(condition, said):
    """Return whether a condition is met by who has *said* everything."""
    return all(said[KEYS.get(key, key)] in values for key, values in condition.items())


def completions(content, said):
    """Yield everything that a caller who has *said* something might say in the end."""
    known = domains(content)
    choices = [[said[name]] if name in said else values for name, values in known.items()]
    for values in product(*choices):
        yield dict(zip(known, values))


def offered(content, said):
    """Return the ids of the lines that are offered: some completion meets their condition.

    Nothing that a required facet decides is offered before it is said.
    """
    required = {name for name, facet in content["facets"].items() if facet.get("required")}
    unsaid = required - set(said)
    every = list(completions(content, said))
    found = set()
    for line in usable(content):
        condition = conditions_of(content, line)
        decides = {
            name
            for name, values in condition.items()
            if set(domains_of(content, name)) - set(values)
        }
        if unsaid.isdisjoint(decides) and any(is_met(condition, one) for one in every):
            found.add(line["id"])
    return found


def usable(content):
    """Return the lines of the one region that can be used at all."""
    return [line for line in content["regions"][0]["lines"] if "unusable" not in line]


def conditions_of(content, line):
    """Return the condition of a line; one that states no desk is of the first."""
    return {"desks": content["desks"][:1], **line.get("for", {})}


def decided(content, said):
    """Return the ids of the lines that are offered whatever else the caller says."""
    every = list(completions(content, said))
    return {
        line["id"]
        for line in usable(content)
        if all(is_met(conditions_of(content, line), one) for one in every)
    }


REFUSED = "refused"


def state_of(levels, said, states):
    """Return the state of a line for a caller who has *said* everything.

    Args:
        levels: The rules of one tier at the line, at its region and so on, from the inside.
        said: What the caller says.
        states: The state of each text of hours at the instant.
    """
    for rules in levels:
        held = [one for one in rules if "inherit" not in one and is_met(one.get("for", {}), said)]
        if any("not_available" in one for one in held):
            return REFUSED
        found = {states[one["hours"]] for one in held}
        for state in ("open", "unknown", "closed"):
            if state in found:
                return state
        if not any("inherit" in one for one in rules):
            break
    return "unknown"


def states_of(content, levels, said, states):
    """Return by desk the states that a caller may find who has *said* something."""
    found = {}
    for one in completions(content, said):
        found.setdefault(one["desk"], set()).add(state_of(levels, one, states))
    return found
