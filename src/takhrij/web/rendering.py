"""From a page to its HTML, and to its JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from typing import Any
from urllib.parse import urlencode

from takhrij.report.templating import environment
from takhrij.web.pages import Page, Reading

Frame = dict[str, Any]


def html_of(page: Page, reading: Reading, *, here: str, served: Frame | None = None, frame: Frame | None = None) -> str:
    """The HTML; `here` is the page's own address, `served` what only the application has: the secret of forms, whether it is read-only.

    `frame` is what a page that is a file has otherwise: the address of the other language and of its data.
    """
    made = environment("takhrij.web", "takhrij.report")
    made.globals.setdefault("query_of", query_of)
    shown = {
        "_": reading.tongue,
        "at": reading.at,
        "page_title": page.title,
        "case_name": reading.case.folder.resolve().name,
        "unfinished": reading.case.unfinished,
    }
    return made.get_template(page.template).render({**shown, "served": served, "own_address": here, **(frame or {}), **page.content})


def json_of(page: Page) -> str:
    """The JSON object, with rows of ours as objects."""
    return json.dumps(page.record, ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    return str(value)


def query_of(**values: object) -> str:
    """«?name=value» of the values that are not empty; "?" where none is."""
    return "?" + urlencode({name: str(value) for name, value in values.items() if value})
