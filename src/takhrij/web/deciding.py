"""Decisions that come in over a form: the same log as that of the command line."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import parse_qs

from fastapi import HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from takhrij.decisions import decide
from takhrij.model.decision import FAMILY
from takhrij.web.index import Pages
from takhrij.web.queries import name_of
from takhrij.web.security import Guard, safe_return

LARGEST_FORM = 20_000  # bytes
LONGEST_NOTE = 1_000  # letters


async def take_decision(request: Request, case: Pages, guard: Guard) -> Response:
    """Note what the form says and go back to where it stood; 403 where the form is not ours, 400 where it is no decision."""
    body = await request.body()
    if len(body) > LARGEST_FORM or not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        raise HTTPException(400, "this is no form of ours")
    form = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    if not guard.accepts_form(request, form.get("form_token", [""])[0]):
        raise HTTPException(403, "the form is of another site, or older than this server: load the page again")
    kind, *chosen = form.get("choice", [""])[0].split("|", 2)
    subjects = [subject.strip() for subject in [*chosen, *form.get("subject", [])] if subject.strip()]
    note, analyst = (form.get(name, [""])[0].strip()[:LONGEST_NOTE] or None for name in ("note", "analyst"))
    await run_in_threadpool(_note, case, kind, subjects, note, analyst)
    return RedirectResponse(safe_return(form.get("back", ["/decisions"])[0]), 303)


def _note(case: Pages, kind: str, subjects: list[str], note: str | None, analyst: str | None) -> None:
    named = [name_of(case, "outlet", subject) or subject for subject in subjects] if kind == FAMILY else subjects
    with case.locked():
        decide(case, kind, named, moment=datetime.now(UTC), analyst=analyst, note=note)
