"""Articles that try to run, to turn the line round, to burst the page and to lead elsewhere; all of an invented place."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import write_articles

SCRIPT = "<script>window.ran=1</script>"
IMAGE = '"><img src=x onerror="window.ran=1">'
OVERRIDE = "\u202eمقلوب\u202d\u2066"
GIANT = "ط" * 5_000
# "the spokesman of the council of Wadi al-Sidr, Hamed al-Laylaki, said that 7 workers were killed in the collapse of the mill on Monday"
TOLD = "قال الناطق باسم مجلس وادي السدر حامد الليلكي إن 7 عمال قتلوا في انهيار المطحنة القديمة يوم الاثنين"
TEXT = f"{TOLD}. {SCRIPT} {IMAGE} {OVERRIDE} {GIANT} وأضاف \u0628{chr(0x651) * 300} أن {{{{7*7}}}} جريحا في المستشفى."


def hostile_articles(file: Path) -> Path:
    """Three articles in outlets of hostile names, with odd ids and addresses."""
    shared = {"text": TEXT, "date": "2031-05-05", "date_kind": "published"}
    return write_articles(
        file,
        {**shared, "id": "a/../b?c#d", "outlet": SCRIPT, "title": f"انهيار {SCRIPT}", "url": "javascript:window.ran=1"},
        {
            **shared,
            "id": '"><b>',
            "author": SCRIPT,
            "outlet": f"{IMAGE} {OVERRIDE}",
            "title": f"{IMAGE} انهيار المطحنة",
            "url": "http://[bad",
        },
        {**shared, "id": "%2e%2e/%00", "outlet": "صحيفة\n/السدر", "text": TOLD + " بحسب وكالة <b>سدرة</b>.", "url": "data:text/html,x"},
    )
