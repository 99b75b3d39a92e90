"""What must be there before pages can be read: their file and the search index, made at the end of a run or beside a server that waits."""

from __future__ import annotations

import threading

from takhrij.engines.base import Progress
from takhrij.errors import CaseError
from takhrij.search import claims_like, index_of
from takhrij.store import Case
from takhrij.web.index import make_pages

STEP = "pages"  # in place of a step's name
ANY_WORD = "خبر"  # looked for so that the word lists, which take two seconds to read, are there before anybody searches


def make_ready(case: Case, progress: Progress) -> None:
    """Make what pages and searches read, where it is not there yet."""
    progress(STEP, 0, 1)
    make_pages(case)
    progress(STEP, 1, 1)
    index_of(case, progress)


class Readying:
    """Makes a case ready beside a server that tells its readers how far it is."""

    def __init__(self, case: Case) -> None:
        self.step, self.done, self.total = STEP, 0, 1
        self.failed: CaseError | None = None
        self._case = case
        self._over = threading.Event()
        self._worker = threading.Thread(target=self._make, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._worker.start()

    def wait(self, seconds: float) -> bool:
        """Whether it is ready, or has failed, within so many seconds."""
        return self._over.wait(seconds)

    @property
    def under_way(self) -> bool:
        """Whether readers must wait."""
        return not self._over.is_set()

    def _make(self) -> None:
        try:
            make_ready(self._case, self._tell)
        except CaseError as error:
            self.failed = error
        finally:
            self._over.set()
        if not self.failed:
            claims_like(self._case, ANY_WORD, 1)

    def _tell(self, step: str, done: int, total: int) -> None:
        self.step, self.done, self.total = step, done, total
