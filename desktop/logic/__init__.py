"""Legal reasoning as pure functions: no files, no wall clock, no SQL, no Qt."""
