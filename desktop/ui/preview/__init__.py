"""Documents as people look at them: pages, photographs and texts, drawn from memory and never from a file."""
