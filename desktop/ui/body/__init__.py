"""The body chart: drawn by ourselves, marked with mouse or keyboard."""
