"""Leftovers: what was never meant for print."""
