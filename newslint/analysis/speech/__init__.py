"""Who said what: cues, speakers, attributions."""
