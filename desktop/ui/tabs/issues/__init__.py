"""What is to be proved, and the matrix of what proves it."""
