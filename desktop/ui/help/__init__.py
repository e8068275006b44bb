"""The manual: its pages beside the work, in the language and look of the window."""
