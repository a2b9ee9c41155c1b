"""Everything Kinweek knows about a family's week, without a screen.

In reading order:

- `model`    every noun: Person, Entry, Week, Household; frozen values
- `dates`    days, weeks, ages; half-open ranges, said once
- `errors`   what can go wrong, as values and as exceptions
- `family`   people, busy times, moments, wishes: household in, household out
- `week`     entries of a week: household in, household out
- `actions`  one function for each thing a family can do, with its name
- `session`  the one object that changes: apply, undo, redo, tell
- `store`    the household as documents in TinyDB, one change at a time
- `sheet`, `printed`, `fridge`  what stands on paper; what was printed; the way back from it
- `migrations`, `restoring`  data of earlier versions; what a backup would change
- `free`     who is free when
- `balance`  minutes for each pathway, one-to-one times
- `layout`   where overlapping cards stand side by side
- `hard_times` weeks that rest, and weeks after a loss
- `places`   at what hours an idea fits: after school, at the weekend, at sunset
- `fill`     the search for a good week (knows nothing of the rest)
- `question` a household's week as a question to `fill`
- `suggest`  its answer as a proposal: swapped, held, moved, tried again
- `sample`   the sample family to look around with
"""
