"""Reads the feed as a page does, so plainly that it can be compared with what is meant."""

from __future__ import annotations

from math import inf

EVENTS = {"opens": "open", "closes": "closed", "changes": "unknown"}


def wish_key(tag):
    """Return the key of a wanted language."""
    parts = tag.split("-")
    if parts[0] == "zh" and {"HK", "MO"} & set(parts) and "Hans" not in parts:
        return "zh-HK"
    return parts[0]


def serves(lines, spoken, wish):
    """Return whether who wants *wish* is served by a spoken tag."""
    keys = lines["serves"].get(spoken, spoken.split("-")[0])
    return wish_key(wish) in keys.split("|")


def summed(rows):
    """Return rows of which each number is written as what is added to the row before."""
    found = []
    for row in rows:
        before = found[-1] if found else []
        before = [*before, *[0] * (len(row) - len(before))]
        found.append([one + other for one, other in zip(row, before)])
    return found


def digit_of(lines, ask, said):
    """Return the number of the group that *said* is in, 0 if it is none."""
    groups = ask["groups"]
    if ask.get("sets"):
        wishes = said or ()
        bits = sum(
            1 << place
            for place, group in enumerate(groups)
            if any(serves(lines, group, wish) for wish in wishes)
        )
        if any(not any(serves(lines, group, wish) for group in groups) for wish in wishes):
            bits |= 1 << len(groups)
        return bits
    for number, group in enumerate(groups, 1):
        if said in group.split("|"):
            return number
    is_home = ask["name"] == "calling_from" and said == lines["country"]
    if said is not None and not is_home:
        for number, group in enumerate(groups, 1):
            if "*" in group.split("|"):
                return number
    return ask.get("default", 0)


def answer_of(lines, said):
    """Return the answer for who says *said*: values by their names, languages as a list."""
    index = 0
    for ask in lines["asks"]:
        count = len(ask["groups"])
        digit = digit_of(lines, ask, said.get(ask["name"]))
        if ask.get("sets"):
            index = index * 2 ** (count + 1) + digit
        elif ask.get("default"):
            index = index * count + digit - 1
        else:
            index = index * (count + 1) + digit
    choice, clock, *tracks = summed(lines["answers"])[index]
    found = {**lines["choices"][choice], "clock": lines["clocks"][clock]}
    for key in ("options", "other_ways", "guesses"):
        rows = []
        for option in found.get(key, ()):
            rows.append((option, tracks[0]))
            if len(tracks) > 1:
                tracks = tracks[1:]
        found[key] = rows
    return found


def told_at(lines, edges, second):
    """Return what is told at a POSIX second, as a row of ten, and when the state changes."""
    now = (second - lines["from"]) / lines["unit"]
    at, place = 0, None
    times = []
    for index in range(0, len(edges) // 2 * 2, 2):
        at += edges[index]
        times.append(at)
        if at <= now:
            place = index // 2
    told = edges[2 * place + 1]
    if told < 0:
        return None
    row = [*lines["told"][told], *[None] * 9][:10]
    change = None
    for later in range(place + 1, len(times)):
        other = edges[2 * later + 1]
        if other >= 0 and lines["told"][other][0] != row[0]:
            change = lines["from"] + times[later] * lines["unit"]
            break
    if row[9] is not None:
        change = row[9] or None
    return {
        "state": row[0],
        "turns": row[1:3],
        "by": row[3],
        "changes_at": change,
        "event": row[4],
    }


DAY = 86_400
AHEAD = 30 * DAY


def offset_at(clock, second):
    """Return how many seconds a clock is east of UTC; it is known wherever it is asked for."""
    return [offset for since, offset in clock[1:] if since <= second][-1]


def coming_to(lines, edges, clock, second):
    """Return what comes within 30 days for who has a track, by its beginning."""
    if len(edges) % 2 == 0:
        return []
    unit = lines["unit"]
    shift, *places = lines["coming"][edges[-1]]
    found = []
    for place in places:
        row = lines["changes"][-1 - place if place < 0 else place]
        day, why, what, lasts, own, earlier = (*row, *[None] * 5)[:6]
        midnight = (lines["from"] // DAY + day) * DAY
        after = shift if own is None else own
        start = midnight - offset_at(clock, midnight) if after is None else None
        start = midnight + after * unit if start is None else start
        if not second < start or start - (earlier or 0) * unit >= second + AHEAD:
            continue
        count = 1 if lasts is None else lasts
        if place < 0:
            what, why = "short_unknown", ["", why, [["coming_parts"]]]
        hours = what if isinstance(what, list) else None
        state = (
            {None: "closed", "short_unknown": "unknown"}.get(what, "open") if not hours else "open"
        )
        found.append(
            {
                "start": start,
                "days": (midnight // DAY, midnight // DAY + count - 1) if count > 0 else None,
                "end": start - count * unit if count < 0 else None,
                "state": state,
                "hours": hours
                and [[start + one * lines["unit"] for one in span] for span in hours],
                "why": why,
            }
        )
    return found


def rank_of(lines, option, wishes):
    """Return the place of the first wish that an option serves; None if it serves none."""
    if not wishes:
        return 0
    named = [group for ask in lines["asks"] if ask.get("sets") for group in ask["groups"]]
    for place, wish in enumerate(wishes):
        if any(serves(lines, tag, wish) for tag in option.get("languages", ())):
            return place
        if "any" in option and not any(serves(lines, tag, wish) for tag in named):
            return place
    return None


def place_of(lines, option, told, wishes):
    """Return the place of an option in the order."""
    rank = rank_of(lines, option, wishes)
    within = {0: rank, 1: told["changes_at"], 2: inf, None: rank}[told["by"]]
    turn = told["turns"][rank is None]
    return (turn, -1 if within is None else within, told["state"] != "open", option["place"])


def in_order(lines, rows, second, wishes):
    """Return options with what is told of them, best first."""
    found = []
    for option, track in rows:
        told = told_at(lines, lines["tracks"][track], second)
        if told is not None:
            told["track"] = lines["tracks"][track]
            found.append((lines["options"][option], told))
    return sorted(found, key=lambda one: place_of(lines, *one, wishes))


def reached(lines, words, option, standing):
    """Return how an option is reached where the phone stands: keys, link, cost and note."""
    for row in lines["contacts"][option["contact"]]:
        keys, link, cost, countries, note = (*row, *[None] * 4)[:5]
        if countries is None or standing in countries.split("|"):
            break
    prefix = words["prefixes"].get(standing)
    if note is None and isinstance(keys, str) and keys.startswith("+"):
        if prefix is None:
            note = "note_carrier_prefix"
        else:
            keys = f"{prefix} {keys[1:]}"
    return keys, link, cost, note


def read(lines, words, second, languages=(), calling_from=None, **said):
    """Return what a page shows: the state, and options, other ways and guesses, best first."""
    standing = calling_from or lines["country"]
    asked = {**said, "language": languages, "calling_from": standing}
    answer = answer_of(lines, asked)
    found = {}
    for key in ("options", "other_ways", "guesses"):
        rows = in_order(lines, answer.get(key, ()), second, languages)
        found[key] = []
        for option, told in rows:
            keys, link, cost, _ = reached(lines, words, option, standing)
            found[key].append(
                {
                    "line": option["line"],
                    "languages": option.get("languages", []),
                    "keys": keys or None,
                    "link": link and link + option.get("keys", ""),
                    "cost": (cost or "cost_unknown")[len("cost_") :],
                    **told,
                }
            )
    best = [*found["options"], *found["other_ways"]][:1]
    coming = (coming_to(lines, one["track"], answer["clock"], second) for one in best)
    found["coming"] = next(coming, [])
    nobody = "unknown" if answer.get("waiting") else "no_line"
    found["state"] = found["options"][0]["state"] if found["options"] else nobody
    return found
