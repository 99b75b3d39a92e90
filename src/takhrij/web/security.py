"""Who may ask, and what a browser may do with the answer: hosts, the token, headers, and forms of other sites."""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})
COOKIE = "takhrij_token"
TOKEN_BYTES = 24
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' blob:; connect-src 'self'; font-src 'none'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
Answer = Callable[[Request], Awaitable[Response]]


def is_local(host: str) -> bool:
    """Whether a name or address to bind to is this machine alone."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def new_token() -> str:
    """A secret of 32 letters."""
    return secrets.token_urlsafe(TOKEN_BYTES)


class Guard:
    """Lets a request through, or answers it itself.

    Without a token only requests that name this machine as their host are let through, so that no page of another site can reach the
    application under a name of its own (DNS rebinding). With one, each request must carry it: in the address once, then as a cookie,
    or as `Authorization: Bearer`.
    """

    def __init__(self, token: str | None) -> None:
        self.token = token
        self.form_token = new_token()

    async def __call__(self, request: Request, answer: Answer) -> Response:
        """The answer, with the headers that every answer has."""
        response = self._refusal(request) or await answer(request)
        for name, value in HEADERS.items():
            if name not in response.headers:
                response.headers[name] = value
        return response

    def _refusal(self, request: Request) -> Response | None:
        host = request.headers.get("host", "")
        if self.token is None:
            known = host.rsplit(":", 1)[0] if not host.endswith("]") else host
            return None if known in LOCAL_HOSTS else PlainTextResponse(f"not served under the name {host!r}\n", 421)
        given = request.query_params.get("token")
        if given is not None and secrets.compare_digest(given.encode(), self.token.encode()):
            return self._entered(request)
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        if any(secrets.compare_digest(held.encode(), self.token.encode()) for held in (request.cookies.get(COOKIE, ""), bearer)):
            return None
        return PlainTextResponse("This case asks for a token: open the address that `takhrij serve` printed.\n", 401)

    def _entered(self, request: Request) -> Response:
        """The same address without the token, which is kept in a cookie from now on."""
        rest = urlencode([(name, value) for name, value in request.query_params.multi_items() if name != "token"])
        response = RedirectResponse(request.url.path + (f"?{rest}" if rest else ""), 303)
        response.set_cookie(COOKIE, self.token or "", httponly=True, samesite="strict")
        return response

    def accepts_form(self, request: Request, given: str) -> bool:
        """Whether a form comes from a page of ours: it carries the secret of our forms, and the browser names no other site."""
        origin = request.headers.get("origin")
        same = origin is None or urlsplit(origin).netloc == request.headers.get("host")
        site = request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
        return same and site and secrets.compare_digest(given.encode(), self.form_token.encode())


def safe_return(address: str) -> str:
    """The address if it is a path on this server, else the first page."""
    plain = address.startswith("/") and not address.startswith(("//", "/\\")) and "\n" not in address and "\r" not in address
    return address if plain else "/"
