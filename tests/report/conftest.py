"""The hand-made claim as a fixture."""

from __future__ import annotations

import pytest

from report.builders import bridge
from takhrij.report.views import ClaimView


@pytest.fixture
def view() -> ClaimView:
    return bridge()
