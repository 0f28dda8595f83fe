"""The manual as a site of plain pages."""
