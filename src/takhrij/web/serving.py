"""Serving the pages of a case until Ctrl-C: to this machine alone, or with a token to others."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from takhrij.errors import UsageError
from takhrij.web.app import make_app
from takhrij.web.index import Pages
from takhrij.web.readying import Readying
from takhrij.web.security import is_local, new_token

NOTICED = 1.0  # seconds in which what a run has made ready is found; longer than that is told


def serve(case: Pages, *, host: str, port: int, read_only: bool, told: Callable[[str], None]) -> None:
    """Tell the address, and serve, where need be while the case is made ready; UsageError where the address cannot be had."""
    listening = _socket(host, port)
    token = None if is_local(host) else new_token()
    readying = Readying(case)
    readying.start()
    app = make_app(case, token=token, read_only=read_only, readying=readying)
    if not readying.wait(NOTICED):
        told("the pages are made ready; the first of them tells how far it is")
    shown = f"[{host}]" if ":" in host else host
    told(f"http://{shown}:{listening.getsockname()[1]}/" + (f"?token={token}" if token else "") + "  (Ctrl-C ends it)")
    if token:
        told("anybody on the network who has this address, with its token, can read the case" + ("" if read_only else " and decide"))
    config = uvicorn.Config(app, log_level="warning", server_header=False, proxy_headers=False, access_log=False)
    uvicorn.Server(config).run([listening])


def _socket(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
    except OSError as error:
        raise UsageError(f"{host} port {port} cannot be served on ({error.strerror or error}): choose another with --port") from error
    return listening
