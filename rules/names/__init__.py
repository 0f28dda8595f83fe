"""Names: one person, one spelling."""
