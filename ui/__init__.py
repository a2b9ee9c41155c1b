"""The screen: widgets show values and ask for changes; `main_window` alone applies them.

- `app`          builds every part once and joins them; the only place with a clock, ids and files
- `main_window`  pages, menus, shortcuts; the only place that calls `session.apply`
- `week_page`, `week_grid`, `entry_card`, `entry_panel`   the week
- `today_page`, `activities_page`, `journal_page`, `family_page`, `first_run`   the other pages
- `reflect_sheet`, `fill_panel`, `print_dialog`   what opens beside or above them
- `theme`, `shapes`, `icons/`   colours, sizes and pictures, in one place
- `text/`        every word the family reads, one module for each page
"""
