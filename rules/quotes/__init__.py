"""Quotations: balanced, attributed, and to the right person."""
