"""Reading hostile documents in a child process that holds no key: pixels, text and facts come back, nothing else."""
