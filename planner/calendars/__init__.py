"""Calendars of school, work and clubs, taken from .ics files: busy time and whole-day lines of the week."""

from planner.calendars.days import all_day, busy_times

__all__ = ["all_day", "busy_times"]
