"""The law as data in the window: rules to read, change, switch off and sign, and the days off they count by."""
