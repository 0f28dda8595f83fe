"""Who may ask: the Host header, the page that the request comes from, and the token."""

from __future__ import annotations

import base64
import binascii
import hmac
import ipaddress
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from newslint.server.job import RefusalError
from newslint.server.settings import Settings

# What anybody who reaches the port may see: that it lives, and the page, which holds no copy and asks for the token.
OPEN = ("/", "/health", "/v2/healthcheck")
OPEN_BELOW = "/page/"
# Clients of LanguageTool's bring their token as its "apiKey", within the form.
IN_FORM = ("/v2/check",)
ALLOWED = {
    "access-control-allow-methods": "GET, HEAD, POST, OPTIONS",
    "access-control-allow-headers": "authorization, content-type",
    "access-control-allow-private-network": "true",
    "access-control-max-age": "600",
}
SAFE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}

_LET_IN = {
    "access-control-allow-credentials": "true",
    "cross-origin-resource-policy": "cross-origin",
    "vary": "origin",
}


class Gate:
    """Lets requests through, or says why not."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._hosts = {"localhost", settings.host.strip("[]").lower(), *(name.lower() for name in settings.hosts)}

    def pass_(self, method: str, path: str, query: str, headers: Mapping[str, str]) -> dict[str, str]:
        """The headers of the answer. Raises RefusalError."""
        self._host(headers.get("host", ""))
        allowed = self._origin(path, method, headers)
        if method != "OPTIONS" and path not in IN_FORM:
            self.token(path, query, headers)
        return allowed

    def _host(self, host: str) -> None:
        """A page that has its own name resolve to this machine (DNS rebinding) calls the server by that name."""
        name = _name_of(host)
        if name in self._hosts:
            return
        try:
            ipaddress.ip_address(name)
        except ValueError:
            raise RefusalError(421, "the server is not known by this name; --allow-host adds one") from None

    def _origin(self, path: str, method: str, headers: Mapping[str, str]) -> dict[str, str]:
        origin = headers.get("origin")
        site = headers.get("sec-fetch-site", "")
        if origin is None:
            opened = path in OPEN and method == "GET" and headers.get("sec-fetch-mode") == "navigate"
            if site in ("cross-site", "same-site") and not opened:
                raise RefusalError(403, "pages of other sites may not ask; --allow-origin lets one in")
            return dict(SAFE)
        if _same(origin, headers.get("host", "")):
            return dict(SAFE)
        if any(_meant(pattern, origin) for pattern in self._settings.origins):
            return {**SAFE, **_LET_IN, "access-control-allow-origin": origin}
        raise RefusalError(403, "this page may not ask; --allow-origin lets one in")

    def token(self, path: str, query: str, headers: Mapping[str, str]) -> None:
        """Raises RefusalError for a request that brings none, neither in a header nor in ``query``, a form."""
        if not self._settings.tokens or path in OPEN or path.startswith(OPEN_BELOW):
            return
        given = [*_from_header(headers.get("authorization", ""))]
        given += [value for name, value in parse_qsl(query) if name == "apiKey"]
        if not any(self.knows(token) for token in given):
            raise RefusalError(401, "a token is wanted: Authorization: Bearer TOKEN")

    def knows(self, given: str) -> bool:
        """Whether a token is one of the server's; takes the same time for any."""
        words = given.encode("utf-8", "replace")
        return sum(hmac.compare_digest(words, token.encode()) for token in self._settings.tokens) > 0


def _name_of(host: str) -> str:
    """The name in a Host header, without its port."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower().rstrip(".")


def _same(origin: str, host: str) -> bool:
    try:
        return urlsplit(origin).netloc.lower() == host.lower() != ""
    except ValueError:
        return False


def _meant(pattern: str, origin: str) -> bool:
    if pattern.endswith("*"):
        return origin.startswith(pattern[:-1])
    return origin == pattern.rstrip("/")


def _from_header(words: str) -> tuple[str, ...]:
    """The token of an Authorization header: Bearer, or the password of Basic, which any URL can hold."""
    scheme, _, rest = words.partition(" ")
    if scheme.lower() == "bearer":
        return (rest.strip(),)
    if scheme.lower() == "basic":
        try:
            return (base64.b64decode(rest, validate=True).decode("utf-8", "replace").partition(":")[2],)
        except (binascii.Error, ValueError):
            return ()
    return ()
