"""English: what a word is. Every list of words that more than one rule needs stands here, once."""
