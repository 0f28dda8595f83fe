"""What becomes of findings, from the rule to the report."""
