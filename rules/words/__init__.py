"""Words that are misspelt, confused, malformed, or lack their capital."""
