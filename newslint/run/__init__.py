"""A run over files: which, in which processes, with what cache."""
