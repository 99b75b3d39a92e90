"""Where the pages of claims, articles, outlets and sources are: served, in a folder of files, or nowhere (in a report)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from takhrij.model.identity import identity


@dataclass(frozen=True, slots=True)
class Addresses:
    """`prefix` comes before each address and `suffix` after it; `claims` are the claims that have a page (None: all).

    >>> Addresses("../", ".html").claim("c1")
    '../claim/c1.html'
    """

    prefix: str = "/"
    suffix: str = ""
    claims: frozenset[str] | None = None

    def claim(self, claim: str) -> str:
        """The page of a claim."""
        return "" if self.claims is not None and claim not in self.claims else f"{self.prefix}claim/{claim}{self.suffix}"

    def article(self, document: str) -> str:
        """The page of an article, by our id."""
        return f"{self.prefix}article/{document}{self.suffix}"

    def outlet(self, name: str | None) -> str:
        """The page of an outlet or agency."""
        return f"{self.prefix}outlet/{outlet_id(name)}{self.suffix}" if name else ""

    def source(self, name: str | None) -> str:
        """The page of a speaker."""
        return f"{self.prefix}source/{source_id(name)}{self.suffix}" if name else ""

    def entity(self, entity: str) -> str:
        """The page of who or what is named; a folder of files has no such pages."""
        return "" if self.suffix else f"{self.prefix}entity/{entity}"

    def compare(self, claim: str, left: str, right: str) -> str:
        """Two tellings side by side; a folder of files has no such pages."""
        return "" if self.suffix else f"{self.prefix}claim/{claim}/compare?left={left}&right={right}"

    def page(self, name: str) -> str:
        """A page that there is one of: "home", "method"."""
        if name == "home":
            return f"{self.prefix}index{self.suffix}" if self.suffix else self.prefix
        return f"{self.prefix}{name}{self.suffix}"

    def file(self, name: str) -> str:
        """A style sheet or script."""
        return f"{self.prefix}static/{name}"


class Nowhere(Addresses):
    """The addresses of a page that stands alone."""

    def claim(self, claim: str) -> str:
        """No page."""
        return ""

    article = outlet = source = entity = page = claim  # type: ignore[assignment]

    def compare(self, claim: str, left: str, right: str) -> str:
        """No page."""
        return ""


def link_of(url: str | None) -> str:
    """The address of an article if it is one of the web, "" for any other kind (javascript:, data:)."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return ""
    return parts.geturl() if parts.scheme in ("http", "https") and parts.netloc else ""


def outlet_id(name: str) -> str:
    """The id of an outlet's page: names may hold anything."""
    return identity("o", name)


def source_id(name: str) -> str:
    """The id of a speaker's page."""
    return identity("s", name)
