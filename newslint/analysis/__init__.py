"""The shared views: each a pure function of text and earlier views."""
