"""Everything that presses, over all cases: due, overdue, breached by them, unproven, coming, to be done."""
