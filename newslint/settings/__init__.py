"""The config, its options and its schema."""
