"""The form of a rule of law: its pages, its fields, and how they become the record that the rule files write."""
