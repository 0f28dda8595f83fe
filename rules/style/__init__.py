"""House style: off unless selected, but for what every desk wants."""
