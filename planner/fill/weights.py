"""How much each thing a good week has is worth, in hundredths of a point.

A *curve* lists what the first, second, third .. of its kind adds; its last number repeats.
"""

from planner.fill.instance import BEDTIME, CAR, HOME, MEAL, OUTDOOR

# Every entry asks something of a tired parent, so empty time is no fault.
ASK = -1000
ASK_MINUTE = -10

# Liking: per hundredth of a learned rating above 3.00; a recent skip counts against, up to three.
NEUTRAL_RATING = 300
LIKING_PER_HUNDREDTH = 8
SKIP, SKIP_MOST, SKIP_DAYS = -500, 3, 42

# A pathway: steep to half of its target, flatter to the target, a cost beyond 130 % of it.
PATHWAY_FIRST_HALF, PATHWAY_SECOND_HALF, PATHWAY_OVER = 13000, 7000, -5000

# Time of two alone: the pair that has waited longest comes first.
DYAD_FIRST, DYAD_PER_DAY, DYAD_DAYS = 4000, 100, 28
DYAD_CURVE = (0, 800, 0, -800)
# One-to-one times of one child, so that no sibling is forgotten.
CHILD_CURVE = (3000, 1200, 400, 0)
# Once together as a family, and once as a couple, is worth having; more so the longer ago.
FAMILY_FIRST, FAMILY_PER_DAY, FAMILY_DAYS = 2000, 100, 14
FAMILY_CURVE = (0, 800, 0, 0)
COUPLE_FIRST, COUPLE_PER_DAY, COUPLE_DAYS = 1500, 100, 14
COUPLE_CURVE = (0, 300, 0, 0)

# Minutes of a caregiver beyond a fair share by free time.
LOAD_OVER_MINUTE = -15
# A skill, per day since it was last practised; more for what the family wants to practise.
SKILL_PER_DAY, SKILL_DAYS, SKILL_FOCUS = 40, 28, 2

# One or two new things are welcome, more than wished for are not.
NEW_CURVE, NEW_OVER = (1400, 600, 300), -800
# What is loved and repeated.
RITUAL_CURVE = (1600, 1000, 500, 0)
RITUAL_TIMES, RITUAL_DAYS, RITUAL_RATING = 3, 56, 400

# Not five talks in a week, and not the same thing again and again.
KIND_CURVE = (0, 0, -600, -1200, -1800)
REPEAT_CURVE = (0, -600, -1400, -2200)
# A week, not a Saturday: several on one day, and several on one day for one person.
DAY_CURVE = (0, -600, -1500, -2700)
PERSON_DAY_CURVE = (0, -300, -900, -1500)

# Effort above a caregiver's energy, times its square.
ENERGY_SQUARE = -400
USUAL_ENERGY, FULL_ENERGY = 3, 5
# A caregiver at home who is left out of a family activity.
MISSING_CAREGIVER = -1000
# A suggestion of the last proposal that stays exactly, or on its day.
KEEP_EXACT, KEEP_DAY = 1500, 700

# Where a day's parts end: early, morning, noon, afternoon, evening, late.
DAY_PARTS = (480, 720, 840, 1050, 1200, 1440)
FIT = {
    HOME: (-600, 0, 0, 200, 200, -300),
    OUTDOOR: (-600, 400, 200, 400, -200, -1000),
    MEAL: (0, 0, 200, 0, 400, -300),
    CAR: (0, 0, 0, 0, 0, 0),
    BEDTIME: (0, 0, 0, 0, 400, 300),
}
# A couple's time fits best after the children's bedtime, wherever it is.
FIT_COUPLE = (-600, 0, 0, 0, 100, 400)


def increments(curve: tuple[int, ...], length: int) -> list[int]:
    """List what each further one adds, up to that length."""
    return [curve[min(n, len(curve) - 1)] for n in range(length)]


def new_curve(wished: int) -> tuple[int, ...]:
    """Give the curve of new activities for a family that wishes for so many a week."""
    return (*(NEW_CURVE[min(n, len(NEW_CURVE) - 1)] for n in range(min(wished, 700))), NEW_OVER)


def pathway_points(target: int, reached: int) -> int:
    """Worth of having reached so much (minutes or a count) of a pathway's target."""
    if not target:
        return 0
    half, most = target // 2, target + 3 * target // 10
    points = PATHWAY_FIRST_HALF // target * min(reached, half)
    if reached > half:
        points += PATHWAY_SECOND_HALF // target * (min(reached, target) - half)
    if reached > most:
        points -= -PATHWAY_OVER // target * (reached - most)
    return points
