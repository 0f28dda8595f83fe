"""A Superdesk app: before a story is published, headline, body and captions are read together.

Put it where the server's own modules are, and its name into INSTALLED_APPS. What newslint finds stops the story
with its messages; a newslint that is not there stops nothing, and says so in the log.
"""

import logging
import re

import requests
from superdesk.signals import item_validate

logger = logging.getLogger(__name__)
_BLOCK = re.compile(r"</(?:p|h[1-6]|li|blockquote|div)>|<br ?/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_ENTITIES = {"&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&"}


def init_app(app):
    url = app.config.get("NEWSLINT_URL", "http://127.0.0.1:8000").rstrip("/")
    stops = app.config.get("NEWSLINT_STOPS_AT", ("error",))
    token = app.config.get("LANGUAGETOOL_API_KEY")

    def validate(sender, item, response, error_fields, **_):
        response.extend(messages(item, url, stops, token))

    item_validate.connect(validate, weak=False)


def messages(item, url, stops=("error",), token=None):
    """What newslint says of a story, a line each."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        answer = requests.post(f"{url}/api/check", json={"blocks": list(blocks(item))}, headers=headers, timeout=5)
        answer.raise_for_status()
        findings = answer.json()["findings"]
    except (requests.RequestException, ValueError) as error:
        logger.error("newslint was not asked: %s", error)
        return []
    return [f"{row['message']} ({row['rule']})" for row in findings if row["severity"] in stops]


def blocks(item):
    """The fields of a story as blocks, each with its role."""
    for field, role in (("headline", "headline"), ("abstract", "standfirst"), ("body_html", None)):
        yield from _paragraphs(field, item.get(field), role)
    for name, media in (item.get("associations") or {}).items():
        if media:
            yield from _paragraphs(f"{name}.caption", media.get("description_text"), "caption")


def _paragraphs(field, html, role):
    for number, part in enumerate(_BLOCK.split(html or ""), 1):
        words = _TAG.sub("", part)
        for entity, char in _ENTITIES.items():
            words = words.replace(entity, char)
        if words.strip():
            yield {"id": f"{field}#{number}", "text": words.strip(), **({"role": role} if role else {})}
