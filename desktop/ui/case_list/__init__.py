"""The list of cases and the first step into one."""
