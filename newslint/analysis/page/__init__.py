"""What stands where on the page: roles of blocks, lines, words to the reader."""
