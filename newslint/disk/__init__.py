"""Files as they come and go: bounded reads of regular files, writes that are whole or not at all."""
