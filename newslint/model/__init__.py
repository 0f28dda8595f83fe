"""Values that know nothing of files: spans, blocks, findings, errors, expressions, the phrase index."""
