"""Storage: the encrypted vault, its records and their journal. Knows neither Qt nor the law nor a sentence for people."""
