"""The clocks of the law on a case: what is due, what was breached, how each was counted, what we did about it."""
