"""What tables show: rows read page by page while they are painted."""
