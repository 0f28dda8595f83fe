"""Names: where they stand, how alike two are, and which two are one name spelled two ways."""
