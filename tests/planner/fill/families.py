"""Makes up families: all forms, ages, moments and limits, from tidy weeks to very odd ones."""

from random import Random
from typing import Any

Json = dict[str, Any]
PATHWAYS = ("reach", "feel-with", "stay-close")
KINDS = ("talk", "play", "read", "move", "cook", "make")
SKILLS = ("listening", "naming", "mending", "asking", "noticing", "thanking")
FORMS = ("one_to_one", "family", "couple")
SETTINGS = ("home", "outdoor", "meal", "car", "bedtime")
DAY, WEEK = 1440, 10080


def family(seed: int, activities: int = 40) -> Json:
    """Make up one family; the same seed gives the same family."""
    random = Random(seed)
    people = _people(random)
    ids = [person["id"] for person in people]
    adults = [person["id"] for person in people if person["role"] == "caregiver"]
    made: Json = {
        "format": "fill-instance/1",
        "id": f"family-{seed}",
        "people": people,
        **_times(random, people, ids, adults),
        "energy": {adult: _energy(random) for adult in adults if random.random() < 0.8},
        "prefer": [
            [start, start + random.randrange(30, 400, 5), random.choice((-800, -300, 400, 600))]
            for start in random.sample(range(0, WEEK, 15), random.randrange(6))
        ],
        "activities": [_activity(random, n) for n in range(activities)],
        "goals": _goals(random, adults),
        "now": random.choice((0, 0, 0, random.randrange(WEEK))),
    }
    names = [activity["id"] for activity in made["activities"]]
    made["blocked"] = random.sample(names, random.randrange(4))
    made["history"] = [_past(random, made, ids) for _ in range(random.randrange(60))]
    made["fixed"] = _given(random, names, ids)
    made["previous"] = [_entry(random, names, ids) for _ in range(random.choice((0, 0, 4)))]
    return made


def _people(random: Random) -> list[Json]:
    people: list[Json] = [
        {"id": f"k{n}", "role": "child", "name": f"Child {n}", "months": _months(random)}
        for n in range(random.choice((0, 1, 1, 2, 2, 2, 3, 4)))
    ]
    people += [
        {"id": f"c{n}", "role": "caregiver", "name": f"Grown-up {n}"}
        for n in range(random.choice((1, 1, 2, 2, 2, 3, 4)))
    ]
    random.shuffle(people)
    return people


def _times(random: Random, people: list[Json], ids: list[str], adults: list[str]) -> Json:
    kids = [person for person in people if person["role"] == "child"]
    return {
        "free": {person: _often(random, 400, 1430) for person in ids},
        "meals": _gatherings(random, ids, (420, 750, 1080), 35),
        "rides": _gatherings(random, ids, (460, 900, 990), 30) if random.random() < 0.7 else [],
        "bed": {kid["id"]: _daily(random, random.randrange(1080, 1260, 5), 30) for kid in kids},
        "care": {
            kid["id"]: _often(random, 360, 1300)
            for kid in kids
            if kid["months"] < random.choice((36, 96))
        },
        "home": {adult: _often(random, 300, 1440) for adult in adults},
        "light": _daily(random, random.randrange(420, 600, 5), random.randrange(300, 700, 5)),
    }


def _months(random: Random) -> int:
    return random.choice((3, 8, 20, 40, 70, 90, 120, 160, 200))


def _often(random: Random, first: int, last: int) -> list[list[int]]:
    """A few windows a day, on fives as a rule; some touch, overlap or pass midnight."""
    out = []
    for day in range(7):
        for _ in range(random.choice((0, 1, 2, 2, 3))):
            start = random.randrange(first, last, 5)
            length = random.choice((15, 40, 90, 180, 300, 400))
            odd = random.choice((0, 0, 0, 0, 2))
            out.append([day * DAY + start + odd, min(day * DAY + start + length, WEEK + 60)])
    return out


def _daily(random: Random, start: int, length: int) -> list[list[int]]:
    days = [day for day in range(7) if random.random() < 0.85]
    return [[day * DAY + start, day * DAY + start + length] for day in days]


def _gatherings(random: Random, ids: list[str], hours: tuple[int, ...], most: int) -> list[Any]:
    out = []
    for day in range(7):
        for hour in hours:
            if random.random() < 0.6:
                who = (
                    ids
                    if random.random() < 0.6
                    else random.sample(ids, random.randint(1, len(ids)))
                )
                start = day * DAY + hour
                out.append([start, start + random.randrange(10, most, 5), list(who)])
    return out


def _energy(random: Random) -> list[list[int]]:
    out = []
    for _ in range(random.randrange(1, 20)):
        start = random.randrange(0, WEEK, 60)
        out.append([start, start + random.choice((120, 300, 900)), random.randint(1, 5)])
    return out


def _activity(random: Random, number: int) -> Json:
    shortest = random.choice((5, 5, 10, 10, 15, 20, 7))
    youngest = random.choice((0, 24, 48, 72))
    return {
        "id": f"a{number:04}",
        "title": f"Activity {number}",
        "kind": random.choice(KINDS),
        "pathway": random.choice((*PATHWAYS, "none-of-them")),
        "skills": random.sample(SKILLS, random.randrange(4)),
        "age": [youngest, youngest + random.choice((60, 150, 300))],
        "minutes": [shortest, shortest + random.choice((0, 1, 10, 25, 60))],
        "form": random.choice(FORMS),
        "settings": random.sample(SETTINGS, random.choice((1, 1, 2, 3))),
        "effort": random.randint(1, 5),
        "cooldown": random.choice((0, 1, 2, 3, 7, 21)),
        "baby_ok": random.random() < 0.5,
    }


def _goals(random: Random, adults: list[str]) -> Json:
    unit = random.choice(("minutes", "count"))
    targets = (0, 20, 40, 60, 90) if unit == "minutes" else (0, 1, 2, 3)
    couples = [random.sample(adults, 2)] if len(adults) > 1 and random.random() < 0.8 else []
    return {
        "unit": unit,
        "pathways": {pathway: random.choice(targets) for pathway in PATHWAYS},
        "gap": random.choice((0, 5, 15, 15, 30, 45, 7)),
        "day_max_count": random.choice((1, 2, 2, 3, 4)),
        "day_max_minutes": random.choice((30, 60, 90, 180)),
        "week_max": random.choice((2, 5, 8, 12, 16)),
        "quiet_days": random.sample(range(7), random.choice((0, 0, 1, 2))),
        "new_per_week": random.randrange(4),
        "couples": couples,
        "focus": random.sample(SKILLS, random.randrange(3)),
    }


def _past(random: Random, made: Json, ids: list[str]) -> Json:
    activity = random.choice(made["activities"])
    done = random.random() < 0.8
    return {
        "activity": random.choice((activity["id"], activity["id"], "gone")),
        "form": activity["form"],
        "who": random.sample(ids, min(len(ids), random.randint(1, 3))) if done else [],
        "day": -random.randint(1, 80),
        "minutes": 15,
        "status": "done" if done else "skipped",
        "rating": random.choice((None, 1, 2, 3, 4, 5, 5)) if done else None,
    }


def _entry(random: Random, names: list[str], ids: list[str]) -> Json:
    return {
        "activity": random.choice((*names, "gone")),
        "who": random.sample(ids, random.randint(1, min(3, len(ids)))),
        "start": random.randrange(0, WEEK - 200, 15),
        "minutes": random.choice((5, 15, 20, 30)),
        "setting": random.choice((*SETTINGS, None)),
    }


def _given(random: Random, names: list[str], ids: list[str]) -> list[Json]:
    """Given entries follow no rule: they may be too long, cross midnight or lie on each other."""
    out = []
    for number in range(random.choice((0, 0, 1, 2, 3))):
        entry = _entry(random, names, ids)
        entry["id"] = f"f{number}"
        entry["start"] += random.choice((0, 0, 5, 3))
        entry["minutes"] = random.choice((10, 20, 45, 90, 199))
        out.append(entry)
    return out
