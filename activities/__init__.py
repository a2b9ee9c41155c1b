"""The library: small things families do together, as text files, and the code that reads them.

To add an activity, copy a file of ``data/``, give it a new name and the same new ``id``, write, and
run ``python -m activities``: it says in plain words what is still missing or too long.

In reading order: ``model`` (what an activity is), ``schema`` (what a file has to look like),
``catalogue`` (all files read), ``search`` (finding one), ``feelings`` (words for feelings by age).
"""
