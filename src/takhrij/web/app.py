"""The application: one address for each page, which answers in HTML or, where that is asked for, in JSON."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from typing import Annotated, Any

from fastapi import FastAPI, HTTPException, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from takhrij import __version__
from takhrij.errors import CaseError, UsageError
from takhrij.report.addresses import Addresses
from takhrij.report.diagram import picture_style
from takhrij.report.tongues import ARABIC, TONGUES, Tongue
from takhrij.web import downloads, pages, queries
from takhrij.web.claims import Filters
from takhrij.web.deciding import take_decision
from takhrij.web.index import Pages
from takhrij.web.pages import MissingError, Page, Reading
from takhrij.web.readying import Readying
from takhrij.web.rendering import html_of, json_of
from takhrij.web.security import Answer, Guard, safe_return

LANGUAGE = "takhrij_language"  # the cookie
YEAR = 365 * 24 * 3600  # seconds
ALONE = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox"}  # of a page or picture that stands alone
AT_ONCE = ("/static/", "/language/", "/healthy")  # what needs nothing of the case
CSS, SCRIPT, SVG = "text/css", "text/javascript", "image/svg+xml"
STATIC = {"web.css": CSS, "page.css": CSS, "picture.css": CSS, "web.js": SCRIPT, "icon.svg": SVG}
BOTH: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/html": {}, "application/json": {}}, "description": "The page; JSON if asked for."}
}
PageNumber = Annotated[int, Query(ge=1, le=100_000)]


def make_app(case: Pages, *, token: str | None = None, read_only: bool = False, readying: Readying | None = None) -> FastAPI:
    """The application over a case; with a token every request must carry it, without one only this machine is served.

    While `readying` is under way its pages say how far that is.
    """
    described = "Every page; add format=json for its data."
    app = FastAPI(title="Takhrij", version=__version__, docs_url=None, redoc_url=None, description=described)
    guard = Guard(token)
    shown = _Shown(case, guard, read_only)
    if readying:
        app.middleware("http")(_Waiting(readying, shown))
    app.middleware("http")(guard)
    for code in (404, 405, 422, 500):
        app.add_exception_handler(code, shown.problem)
    app.add_exception_handler(RequestValidationError, shown.problem)
    app.add_exception_handler(UsageError, shown.problem)
    app.add_exception_handler(CaseError, shown.problem)
    _add_pages(app, shown)
    _add_other_pages(app, shown)
    _add_downloads(app, shown)
    _add_rest(app, shown)
    return app


class _Shown:
    """Pages in the language and form that a request asks for."""

    def __init__(self, case: Pages, guard: Guard, read_only: bool) -> None:
        self.case, self.guard, self.read_only = case, guard, read_only

    def reading(self, request: Request) -> Reading:
        """The case in the language of the request."""
        return Reading(self.case, tongue_of(request), Addresses())

    def __call__(self, request: Request, make: Callable[[Reading], Page], status: int = 200) -> Response:
        reading = self.reading(request)
        page = make(reading)
        if wants_json(request):
            return Response(json_of(page), status, media_type="application/json", headers={"Vary": "Accept"})
        return HTMLResponse(self._html(request, reading, page), status, headers={"Vary": "Accept, Accept-Language, Cookie"})

    def _html(self, request: Request, reading: Reading, page: Page) -> str:
        here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return html_of(page, reading, here=here, served={"form_token": self.guard.form_token, "read_only": self.read_only})

    def problem(self, request: Request, error: Exception) -> Response:
        """A page that says what is wrong with the address or the case."""
        status = getattr(error, "status_code", 500)
        for kind, named in ((MissingError, 404), (RequestValidationError, 422), (UsageError, 400), (CaseError, 503)):
            if isinstance(error, kind):
                status = named
                break
        words = "the address asks for something that cannot be" if isinstance(error, RequestValidationError) else str(error)
        reading = self.reading(request)
        page = Page("missing.html", reading.tongue("لا توجد", "Not found"), {"status": status, "said": words}, {"error": words})
        if wants_json(request):
            return Response(json_of(page), status, media_type="application/json")
        return HTMLResponse(self._html(request, reading, page), status)


class _Waiting:
    """Answers for every page with how far the case is made ready, until it is."""

    def __init__(self, readying: Readying, shown: _Shown) -> None:
        self.readying, self.shown = readying, shown

    async def __call__(self, request: Request, answer: Answer) -> Response:
        if not request.url.path.startswith(AT_ONCE):
            if self.readying.under_way:
                response = self.shown(request, lambda reading: pages.waiting(reading, self.readying), 503)
                response.headers["Retry-After"] = "2"
                return response
            if self.readying.failed:
                return self.shown.problem(request, self.readying.failed)
        return await answer(request)


def tongue_of(request: Request) -> Tongue:
    """The language of the cookie, else the first of ours that the browser prefers, else Arabic."""
    chosen = request.query_params.get("lang") or request.cookies.get(LANGUAGE)
    if chosen in TONGUES:
        return TONGUES[chosen]
    wanted: list[tuple[float, int, str]] = []
    for part in request.headers.get("accept-language", "").split(",")[:20]:
        name, _, quality = part.strip().partition(";q=")
        wanted.append((-_number(quality), len(wanted), name[:2].lower()))
    return next((TONGUES[name] for _, _, name in sorted(wanted) if name in TONGUES), ARABIC)


def _number(quality: str) -> float:
    try:
        return float(quality or "1")
    except ValueError:
        return 0.0


def wants_json(request: Request) -> bool:
    """Whether the data of the page are asked for."""
    accepted = request.headers.get("accept", "")
    return request.query_params.get("format") == "json" or ("application/json" in accepted and "text/html" not in accepted)


def _add_pages(app: FastAPI, shown: _Shown) -> None:
    @app.get("/", responses=BOTH)
    def home(request: Request) -> Response:
        """What the case holds, and the claims that matter."""
        return shown(request, pages.home)

    @app.get("/claims/{order}", responses=BOTH)
    def claims(request: Request, order: str, page: PageNumber = 1) -> Response:
        """All claims of several articles: spread, different or one_origin."""
        return shown(request, lambda reading: pages.listed(reading, order, page))

    @app.get("/search", responses=BOTH)
    def search(request: Request, q: str = "") -> Response:
        """Claims, names and articles that answer a word, a name or a whole claim."""
        return shown(request, lambda reading: pages.search(reading, q))

    @app.get("/claim/{claim}", responses=BOTH)
    def claim(
        request: Request, claim: str, outlet: str = "", kind: str = "", since: str = "", until: str = "", page: PageNumber = 1
    ) -> Response:
        """A claim: its chain, tellings, changes and origins; the query chooses among the tellings."""
        return shown(request, lambda reading: pages.claim(reading, claim, Filters(outlet, kind, since, until, page)))

    @app.get("/claim/{claim}/compare", responses=BOTH)
    def compare(request: Request, claim: str, left: str = "t1", right: str = "t2") -> Response:
        """Two tellings side by side."""
        return shown(request, lambda reading: pages.compare(reading, claim, left, right))


def _add_other_pages(app: FastAPI, shown: _Shown) -> None:
    @app.get("/article/{document:path}", responses=BOTH)
    def article(request: Request, document: str, start: Annotated[int, Query(ge=0)] = 0) -> Response:
        """An article with its layers; its id is ours or as given."""
        return shown(request, lambda reading: pages.article(reading, document, start))

    @app.get("/source/{source}", responses=BOTH)
    def source(request: Request, source: str, page: PageNumber = 1) -> Response:
        """Everything a speaker is quoted as saying."""
        return shown(request, lambda reading: pages.source(reading, source, page))

    @app.get("/entity/{entity}", responses=BOTH)
    def entity(request: Request, entity: str, page: PageNumber = 1) -> Response:
        """Who or what is named: all spellings, where it lies, and the articles that name it."""
        return shown(request, lambda reading: pages.entity(reading, entity, page))

    @app.get("/outlet/{outlet}", responses=BOTH)
    def outlet(request: Request, outlet: str, page: PageNumber = 1) -> Response:
        """What an outlet originates, carries, credits and does not credit."""
        return shown(request, lambda reading: pages.outlet(reading, outlet, page))

    @app.get("/method", responses=BOTH)
    def method(request: Request) -> Response:
        """What was computed, when, with which versions, how good it is, and what was set aside."""
        return shown(request, pages.method)

    @app.get("/words", responses=BOTH)
    def words(request: Request) -> Response:
        """What the words and numbers of the pages mean."""
        return shown(request, pages.words)

    @app.get("/decisions", responses=BOTH)
    def decisions(request: Request) -> Response:
        """What analysts decided."""
        return shown(request, pages.decisions)


def _add_downloads(app: FastAPI, shown: _Shown) -> None:
    def file(name: str, kind: str, text: str) -> Response:
        return Response(text, media_type=kind, headers={**ALONE, "Content-Disposition": f'attachment; filename="{name}"'})

    @app.get("/claim/{claim}/report.html")
    def report(request: Request, claim: str) -> Response:
        """The claim as a page that stands alone."""
        reading = shown.reading(request)
        made = downloads.report_of(queries.facts_of(shown.case), pages.the_claim(reading, claim), reading.tongue)
        return file(f"{claim}.html", "text/html", made)

    @app.get("/claim/{claim}/picture.svg")
    def picture(request: Request, claim: str) -> Response:
        """The chain as an SVG file."""
        reading = shown.reading(request)
        return file(f"{claim}.svg", "image/svg+xml", downloads.picture_of(pages.the_claim(reading, claim), reading.tongue))

    @app.get("/claim/{claim}/finding.txt")
    def finding(request: Request, claim: str) -> Response:
        """The finding as a text to be pasted."""
        reading = shown.reading(request)
        made = downloads.text_of(queries.facts_of(shown.case), pages.the_claim(reading, claim), reading.tongue)
        return file(f"{claim}.txt", "text/plain", made)

    @app.get("/claim/{claim}/tellings.csv")
    def table(request: Request, claim: str) -> Response:
        """The tellings as CSV."""
        return file(f"{claim}.csv", "text/csv", downloads.table_of(pages.the_claim(shown.reading(request), claim)))


def _add_rest(app: FastAPI, shown: _Shown) -> None:
    @app.get("/static/{name}", include_in_schema=False)
    def static(name: str) -> Response:
        if name not in STATIC:
            raise HTTPException(404, f"there is no file {name!r}")
        return Response(static_file(name), media_type=STATIC[name], headers={"Cache-Control": "max-age=300"})

    @app.get("/language/{code}", include_in_schema=False)
    def language(code: str, to: str = "/") -> Response:
        response = RedirectResponse(safe_return(to), 303)
        if code in TONGUES:
            response.set_cookie(LANGUAGE, code, max_age=YEAR, httponly=True, samesite="lax")
        return response

    @app.post("/decide")
    async def decide(request: Request) -> Response:
        """Add a decision to the log; only from a form of ours, and not where the case is served for reading alone."""
        if shown.read_only:
            raise HTTPException(403, "this case is served for reading alone")
        return await take_decision(request, shown.case, shown.guard)

    @app.get("/healthy", include_in_schema=False)
    def healthy() -> Response:
        return JSONResponse({"healthy": True})


def static_file(name: str) -> str:
    """A style sheet or script of ours."""
    if name == "picture.css":
        return picture_style()
    folder = "takhrij.report" if name == "page.css" else "takhrij.web"
    return resources.files(folder).joinpath("templates" if name == "page.css" else "static", name).read_text("utf-8")
