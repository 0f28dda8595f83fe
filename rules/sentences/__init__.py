"""Sentences: whole, and each once."""
