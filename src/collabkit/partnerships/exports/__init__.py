"""Partnerships as other programs take them: dates for calendars, cards for address books, rows for tables."""
