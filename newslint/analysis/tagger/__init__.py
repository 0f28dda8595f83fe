"""The tagger: parts of speech, and where a finite verb is."""
