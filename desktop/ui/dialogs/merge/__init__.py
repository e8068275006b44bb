"""Two records of one person, organisation or place: found, laid side by side, made one."""
