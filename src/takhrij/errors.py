"""What can go wrong, named by what happens next."""


class TakhrijError(Exception):
    """The root of all errors that this program raises on purpose; its text is meant for the user."""


class UsageError(TakhrijError):
    """The call was wrong: it is printed, and the exit status is 2."""


class DocumentError(TakhrijError):
    """One document is set aside with `reason`, and the run goes on (exit status 1)."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


class CaseError(TakhrijError):
    """The case is damaged, foreign, of a newer version or in use: nothing is written."""


class BackendError(TakhrijError):
    """An optional model or service failed or is not installed."""


class EngineError(TakhrijError):
    """A step failed; carries the step, the table and the full SQL where there is any."""

    def __init__(self, message: str, *, step: str, table: str = "", sql: str = "") -> None:
        super().__init__(f"step {step!r}: {message}")
        self.step = step
        self.table = table
        self.sql = sql
