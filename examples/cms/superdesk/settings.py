"""What to add to a Superdesk server's settings.py (superdesk-core)."""

# newslint beside Superdesk: newslint serve --config /etc/newslint/newslint.toml
LANGUAGETOOL_API_URL = "http://127.0.0.1:8000/v2"
# With a --token-file: LANGUAGETOOL_API_KEY = "the token"

NEWSLINT_URL = "http://127.0.0.1:8000"
# What keeps a story from being published; all other findings are left to the spelling checker's marks.
NEWSLINT_STOPS_AT = ("error",)

INSTALLED_APPS = ["newslint_gate"]  # added to the ones that are there
