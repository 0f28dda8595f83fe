"""Boilerplate: what the CMS or a scrape left around the story."""
