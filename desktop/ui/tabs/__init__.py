"""The tabs of a case; none of them knows another."""
