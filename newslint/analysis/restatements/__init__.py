"""What an article tells twice: figures told of one thing in two places."""
