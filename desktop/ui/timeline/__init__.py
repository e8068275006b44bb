"""Time, drawn: events in lanes, from decades to minutes; painted by hand, only what can be seen."""
