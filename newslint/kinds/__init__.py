"""All that a TOML rule can say, and the loading of it."""
