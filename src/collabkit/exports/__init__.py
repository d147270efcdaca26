"""What a library keeps, as other programs take it: calendars, address books, maps of ties, workbooks, feeds."""
