"""How each trained file is made, and what it measured; not in the wheel."""
