"""Windows that ask one thing: the only folder where a window may wait for its answer."""
