"""Acceptability: a small trained network that hears whether a sentence is whole."""
