"""The hard rules once more, read minute by minute from the raw data; slow, and shares no code."""

from itertools import combinations
from typing import Any

Json = dict[str, Any]
ROUND = {5, 10, 15, 20, 30, 45, 60, 90, 120, 180}


def broken_rules(family: Json, entries: list[Json]) -> list[str]:
    """List every broken rule as "H7: who and what"; empty for a plan that may be shown."""
    new = [entry for entry in entries if "fixed" not in entry]
    said = _given_is_kept(family, entries)
    for entry in new:
        said += [f"{rule}: {entry}" for rule in _alone(family, entry)]
        said += [f"H12: {child} in {entry}" for child in _left_alone(family, entries, entry)]
    for one, other in combinations(entries, 2):
        if "fixed" in one and "fixed" in other:
            continue
        if set(one["who"]) & set(other["who"]) and _too_near(family, one, other):
            said.append(f"H7: {one} {other}")
        if _too_soon(family, one, other):
            said.append(f"H8: {one} {other}")
    said += [f"H8: {entry} after the past" for entry in new if _still_cooling(family, entry)]
    return said + _too_much(family, entries, new)


def _given_is_kept(family: Json, entries: list[Json]) -> list[str]:
    keys = ("activity", "start", "minutes")
    given = {f["id"]: (*(f[k] for k in keys), sorted(f["who"])) for f in family["fixed"]}
    kept = [
        (e["fixed"], (*(e[k] for k in keys), sorted(e["who"]))) for e in entries if "fixed" in e
    ]
    same = dict(kept) == given and len(kept) == len(given)
    return [] if same else ["H11: what was given was changed"]


def _alone(family: Json, entry: Json) -> list[str]:
    """The rules that one entry can break by itself."""
    activity = next((a for a in family["activities"] if a["id"] == entry["activity"]), None)
    if activity is None:
        return ["H3"]
    start, minutes = entry["start"], entry["minutes"]
    low, high = activity["minutes"]
    allowed = {m for m in ROUND if low <= m <= high} or {low}
    day = start // 1440
    checks = {
        "H1": start % 15 == 0 and start >= 0 and start + minutes <= (day + 1) * 1440 <= 10080,
        "H2": start >= family["now"],
        "H3": minutes in allowed,
        "H4": _form_holds(family, activity["form"], entry["who"], day),
        "H5": all(_old_enough(activity, person) for person in _people(family, entry, "child")),
        "H6": entry["setting"] in activity["settings"]
        and _all_there(family, activity["form"], entry),
        "H10": day not in family["goals"]["quiet_days"],
        "H13": entry["activity"] not in family["blocked"],
    }
    return [rule for rule, holds in checks.items() if not holds]


def _people(family: Json, entry: Json, role: str) -> list[Json]:
    return [p for p in family["people"] if p["id"] in entry["who"] and p["role"] == role]


def _old_enough(activity: Json, child: Json) -> bool:
    youngest, oldest = activity["age"]
    comes_along = activity["form"] == "family" and activity["baby_ok"] and child["months"] < 12
    return comes_along or youngest <= child["months"] <= oldest


def _at_home(family: Json, day: int) -> set[str]:
    there = set()
    for person in (p["id"] for p in family["people"]):
        windows = family["free"].get(person, []) + family["bed"].get(person, [])
        shared = [g for g in family["meals"] + family["rides"] if person in g[2]]
        if any(window[0] // 1440 == day for window in windows + shared):
            there.add(person)
    return there


def _form_holds(family: Json, form: str, who: list[str], day: int) -> bool:
    role = {person["id"]: person["role"] for person in family["people"]}
    if len(set(who)) != len(who) or not set(who) <= set(role):
        return False
    kids = {person for person in who if role[person] == "child"}
    adults = set(who) - kids
    if form == "one_to_one":
        return len(kids) == len(adults) == 1
    if form == "couple":
        return not kids and any(sorted(who) == sorted(c) for c in family["goals"]["couples"])
    there = _at_home(family, day)
    kids_there = {person for person in there if role[person] == "child"}
    adults_there = there - kids_there
    if not kids or kids != kids_there or not adults or not adults <= adults_there:
        return False
    return adults == adults_there or len(kids) >= 2


def _covered(windows: list[Any], start: int, minutes: int) -> bool:
    return all(
        any(w[0] <= moment and moment + 5 <= w[1] for w in windows)
        for moment in range(start, start + minutes, 5)
    )


def _all_there(family: Json, form: str, entry: Json) -> bool:
    start, minutes, who, setting = (entry[k] for k in ("start", "minutes", "who", "setting"))
    if setting in {"meal", "car"}:
        shared = family["meals"] if setting == "meal" else family["rides"]
        if form == "family":
            return _covered([g for g in shared if set(who) <= set(g[2])], start, minutes)
        return _covered([g for g in shared if set(who) == set(g[2])], start, minutes)
    kids = {person["id"] for person in _people(family, entry, "child")}
    if setting == "bedtime" and not kids:
        return False
    if setting == "outdoor" and not _covered(family["light"], start, minutes):
        return False
    return all(
        _covered(
            family["bed" if setting == "bedtime" and person in kids else "free"].get(person, []),
            start,
            minutes,
        )
        for person in who
    )


def _left_alone(family: Json, entries: list[Json], entry: Json) -> set[str]:
    """Children outside an entry who need watching while nobody is there to do it."""
    alone = set()
    for child, care in family["care"].items():
        for moment in range(entry["start"], entry["start"] + entry["minutes"], 5):
            needed = child not in entry["who"] and _within(care, moment)
            if needed and not _somebody_watches(family, entries, child, moment):
                alone.add(child)
    return alone


def _within(windows: list[Any], moment: int) -> bool:
    return any(window[0] <= moment < window[1] for window in windows)


def _somebody_watches(family: Json, entries: list[Json], child: str, moment: int) -> bool:
    busy = set()
    for entry in entries:
        if child not in entry["who"] and 0 <= moment - entry["start"] < entry["minutes"]:
            busy |= set(entry["who"])
    return any(
        caregiver not in busy and _within(windows, moment)
        for caregiver, windows in family["home"].items()
    )


def _too_near(family: Json, one: Json, other: Json) -> bool:
    gap = family["goals"]["gap"]
    first, second = sorted((one, other), key=lambda entry: entry["start"])
    return second["start"] < first["start"] + first["minutes"] + gap


def _cooldown(family: Json, name: str) -> int:
    return next((max(1, a["cooldown"]) for a in family["activities"] if a["id"] == name), 0)


def _child_of(family: Json, entry: Json) -> str | None:
    """Cool-down counts per child for one-to-one activities, for everybody together otherwise."""
    activity = next((a for a in family["activities"] if a["id"] == entry["activity"]), None)
    if activity is None or activity["form"] != "one_to_one":
        return None
    return min((p["id"] for p in _people(family, entry, "child")), default="nobody")


def _too_soon(family: Json, one: Json, other: Json) -> bool:
    if one["activity"] != other["activity"] or _child_of(family, one) != _child_of(family, other):
        return False
    days = abs(one["start"] // 1440 - other["start"] // 1440)
    return days < _cooldown(family, one["activity"])


def _still_cooling(family: Json, entry: Json) -> bool:
    child = _child_of(family, entry)
    return any(
        past["status"] == "done"
        and past["activity"] == entry["activity"]
        and (child is None or child in past["who"])
        and entry["start"] // 1440 - past["day"] < _cooldown(family, entry["activity"])
        for past in family["history"]
    )


def _too_much(family: Json, entries: list[Json], new: list[Json]) -> list[str]:
    goals, said = family["goals"], []
    for day in {entry["start"] // 1440 for entry in new}:
        there = [entry["minutes"] for entry in entries if entry["start"] // 1440 == day]
        if len(there) > goals["day_max_count"] or sum(there) > goals["day_max_minutes"]:
            said.append(f"H9: day {day} has {there}")
    if new and len(entries) > goals["week_max"]:
        said.append(f"H9: {len(entries)} in the week")
    return said
