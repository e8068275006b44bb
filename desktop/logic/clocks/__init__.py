"""The clocks of the law: rules as data, counted on the facts of a case, with a trace a judge could follow."""
