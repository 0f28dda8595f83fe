"""Facts that contradict each other inside one article."""
