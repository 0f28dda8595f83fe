"""Prices as our paper writes them."""
