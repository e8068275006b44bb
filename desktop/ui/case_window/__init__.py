"""One case: its header over its tabs."""
