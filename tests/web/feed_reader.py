"""Reads the feed as a page does, so plainly that it can be compared with what is meant."""

from __future__ import annotations

from math import inf

STATES = ("closed", "open", "unknown")
LIVE = ("phone", "sms", "textphone", "messaging", "chat")


def wish_key(tag):
    """Return the key of a wanted language."""
    parts = tag.split("-")
    if parts[0] == "zh" and {"HK", "MO"} & set(parts) and "Hans" not in parts:
        return "zh-HK"
    return parts[0]


def serves(lines, spoken, wish):
    """Return whether who wants *wish* is served by a spoken tag."""
    keys = lines["serves"].get(spoken, spoken.split("-")[0])
    return wish_key(wish) in keys.split(" ")


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
            if any(serves_of_ask(lines, group[0], wish) for wish in wishes)
        )
        if any(
            not any(serves_of_ask(lines, group[0], wish) for group in groups) for wish in wishes
        ):
            bits |= 1 << len(groups)
        return bits
    for number, group in enumerate(groups, 1):
        if said in group:
            return number
    if ask["name"] == "calling_from" and said not in (None, lines["country"]):
        for number, group in enumerate(groups, 1):
            if "*" in group:
                return number
    return ask.get("default", 0)


def serves_of_ask(lines, named, wish):
    """Return whether a wish is for a language that conditions name."""
    return serves(lines, named, wish)


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
    (answer,) = summed([[one] for one in lines["table"]])[index]
    choice, *tracks = summed(lines["answers"])[answer]
    found = dict(lines["choices"][choice])
    for key in ("options", "other_ways", "guesses"):
        rows = []
        for option in found.get(key, ()):
            rows.append((option, tracks[0]))
            if len(tracks) > 1:
                tracks = tracks[1:]
        found[key] = rows
    return found


def flat(edges):
    """Return edges one by one: a list with a number stands for so many of it."""
    found = []
    for one in edges:
        found += one[0] * one[1] if isinstance(one, list) else [one]
    return found


def told_at(lines, track, second):
    """Return what is told at a POSIX second: state, change, next state, opens, why, why then."""
    now = (second - lines["from"]) / lines["unit"]
    edges = flat(track["edges"])
    at, place = 0, None
    times = []
    for index in range(0, len(edges), 2):
        at += edges[index]
        times.append(at)
        if at <= now:
            place = index // 2
    told = edges[2 * place + 1]
    if told < 0:
        return None
    row = [*lines["told"][told], None, None, None, None, None][:6]
    if "changes" in track:
        change = track["changes"][place]
    else:
        change = track.get("last")
        for later in range(place + 1, len(times)):
            other = edges[2 * later + 1]
            if other >= 0 and lines["told"][other][0] != row[0]:
                change = times[later]
                break
    return {
        "state": STATES[row[0]],
        "changes_at": None if change is None else lines["from"] + change * lines["unit"],
        "next_state": None if row[1] is None else STATES[row[1]],
        "opens": bool(row[2]),
        "why": row[3],
        "next_why": row[4],
        "because": row[5] or [],
    }


def rank_of(lines, option, wishes):
    """Return the place of the first wish that an option serves; None if it serves none."""
    if not wishes:
        return 0
    for place, wish in enumerate(wishes):
        stated = [tag for tag in option.get("languages", ()) if serves(lines, tag, wish)]
        if stated or "any" in option:
            return place
    return None


def place_of(lines, option, told, wishes):
    """Return the place of an option in the order."""
    rank = rank_of(lines, option, wishes)
    state, within = told["state"], option["place"]
    if option.get("mode") == "message" and option.get("channel", "phone") in LIVE:
        return (7, rank is None, rank or 0, state != "open", *within)
    if state == "closed":
        opens = told["changes_at"] if told["opens"] else inf
        return (6, rank is None, opens, *within)
    if rank is not None:
        return (1 if state == "open" else 2, rank, *within)
    if state == "unknown":
        return (5, 0, *within)
    return (3 if option.get("assumed") or not option.get("languages") else 4, 0, *within)


def in_order(lines, rows, second, wishes):
    """Return options with what is told of them, best first."""
    found = []
    for option, track in rows:
        told = told_at(lines, lines["tracks"][track], second)
        if told is not None:
            found.append((lines["options"][option], told))
    return sorted(found, key=lambda one: place_of(lines, *one, wishes))


def pressed(lines, words, option, standing):
    """Return what to press for an option where the phone stands; None if there are no keys."""
    if "number" not in option:
        return None
    number = lines["numbers"][option["number"]]
    if "same" in number:
        return number["same"]
    if standing == lines["country"] and "home" in number:
        return number["home"]
    for keys, countries in number.get("press", {}).items():
        if standing in countries:
            return keys
    prefix = next(
        (one for one, listed in words["prefixes"].items() if standing in listed.split(" ")), "00"
    )
    return f"+{number['abroad']}" if prefix == "+" else f"{prefix} {number['abroad']}"


def cost_of(lines, option, standing):
    """Return what a call costs where the phone stands."""
    if "cost" in option or "number" not in option:
        return option.get("cost", "unknown")
    number = lines["numbers"][option["number"]]
    usual = number.get("cost", "unknown")
    if standing == lines["country"]:
        return usual
    for cost, countries in number.get("costs", {}).items():
        if standing in countries:
            return cost
    return number.get("cost_abroad", usual)


def read(lines, words, second, languages=(), calling_from=None, **said):
    """Return what a page shows: the state, and options, other ways and guesses, best first."""
    standing = calling_from or lines["country"]
    asked = {**said, "language": languages, "calling_from": standing}
    answer = answer_of(lines, asked)
    found = {}
    for key in ("options", "other_ways", "guesses"):
        rows = in_order(lines, answer.get(key, ()), second, languages)
        if key == "other_ways":
            rows.sort(key=lambda one: one[0].get("mode") == "message")
        found[key] = [
            {
                "line": option["line"],
                "languages": option.get("languages", []),
                "dial": pressed(lines, words, option, standing),
                "contact": option.get("contact"),
                "cost": cost_of(lines, option, standing),
                **told,
            }
            for option, told in rows
        ]
    nobody = "unknown" if answer.get("waiting") else "no_line"
    found["state"] = found["options"][0]["state"] if found["options"] else nobody
    return found
