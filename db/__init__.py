"""Storage: the encrypted vault, its records, their journal. Knows neither Qt nor the law nor a sentence for people."""
