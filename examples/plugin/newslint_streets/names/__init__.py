"""The streets of our town."""
