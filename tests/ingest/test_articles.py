"""Articles from files: what is read, what is set aside and why, and that nothing is lost on the way."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from takhrij.errors import UsageError
from takhrij.ingest import tables
from takhrij.ingest.articles import articles_in
from takhrij.model.document import Document, Reject
from takhrij.model.identity import identity

TEXT = "وصل الوفد إلى رافد صباحا."  # "The delegation reached Rafid in the morning."


def _read(*paths: Path) -> tuple[list[Document], list[Reject]]:
    items = list(articles_in(paths, first_number=0))
    return [item for item in items if isinstance(item, Document)], [item for item in items if isinstance(item, Reject)]


def _lines(path: Path, *rows: object) -> Path:
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)) + "\n" for row in rows), "utf-8")
    return path


def _reasons(rejects: list[Reject]) -> list[str]:
    return [reject.reason for reject in rejects]


def test_a_row_becomes_a_document_with_its_text_untouched(tmp_path: Path) -> None:
    text = "  «خبــر» \r\n\u200fعاجل\u0000 Ù‚ "
    row = {"id": "أ/1", "outlet": "صحيفة رافد", "date": "2019-03-07 10:00:00", "date_kind": "extracted", "text": text, "more": {"x": 1}}
    (document,), rejects = _read(_lines(tmp_path / "a.jsonl", row))
    assert (document.text, document.name, document.document) == (text, "أ/1", identity("d", "أ/1"))
    assert (document.date, document.date_kind, document.outlet, document.title) == ("2019-03-07T10:00:00", "crawled", "صحيفة رافد", None)
    assert rejects == []


def test_without_an_id_a_copy_in_another_outlet_is_another_article(tmp_path: Path) -> None:
    documents, rejects = _read(_lines(tmp_path / "a.jsonl", {"text": TEXT, "outlet": "رافد"}, {"text": TEXT, "outlet": "نهر"}))
    assert len({document.document for document in documents}) == 2
    assert [document.name for document in documents] == [document.document for document in documents]
    assert [document.added for document in documents] == [0, 1]
    assert rejects == []


def test_the_same_id_twice_is_one_article_or_a_conflict(tmp_path: Path) -> None:
    first, other = {"id": "1", "text": TEXT}, {"id": "1", "text": TEXT + " ثم عاد."}
    documents, rejects = _read(_lines(tmp_path / "a.jsonl", first, first, other))
    assert [document.text for document in documents] == [TEXT]
    assert _reasons(rejects) == ["warning:duplicate", "conflicting_id"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"id": "1"}, "no_text"),
        ({"text": "  "}, "no_text"),
        ({"text": "… !"}, "no_text"),
        ({"text": 5}, "wrong_type"),
        ({"text": TEXT, "title": ["a"]}, "wrong_type"),
        ('{"text": "نصف \\ud800"}', "broken_character"),
        ("[1, 2]", "not_an_object"),
        ("ليس هذا شيئا", "not_json"),
        ('{"text": ' + "[" * 100_000, "not_json"),
        ('{"text": ' + "9" * 10_000 + "}", "not_json"),
    ],
)
def test_a_bad_line_is_set_aside_with_its_number_and_the_rest_goes_on(tmp_path: Path, row: object, reason: str) -> None:
    documents, rejects = _read(_lines(tmp_path / "a.jsonl", {"text": TEXT}, row, {"text": TEXT + " وعاد."}))
    assert len(documents) == 2
    assert _reasons(rejects) == [reason]
    assert "a.jsonl, line 2" in rejects[0].detail


def test_a_date_that_is_none_is_left_out_and_reported(tmp_path: Path) -> None:
    (document,), rejects = _read(_lines(tmp_path / "a.jsonl", {"text": TEXT, "date": "7 مارس", "date_kind": "printed"}))
    assert (document.date, document.date_kind) == (None, None)
    assert _reasons(rejects) == ["warning:bad_date", "warning:bad_date_kind"]
    assert "7 مارس" in rejects[0].detail


def test_a_date_to_come_is_kept_and_reported(tmp_path: Path) -> None:
    (document,), rejects = _read(_lines(tmp_path / "a.jsonl", {"text": TEXT, "date": "2999-01-01"}))
    assert document.date == "2999-01-01"
    assert _reasons(rejects) == ["warning:date_to_come"]


def test_wrongly_decoded_text_of_a_row_is_kept_and_reported(tmp_path: Path) -> None:
    text = TEXT.encode().decode("latin-1")
    (document,), rejects = _read(_lines(tmp_path / "a.jsonl", {"text": text}))
    assert document.text == text
    assert _reasons(rejects) == ["warning:mojibake"]


def test_bytes_that_are_no_utf8_spoil_their_line_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "one"}\n{"text": "\xff\xfe"}\n\n{"text": "two"}')
    documents, rejects = _read(path)
    assert [document.text for document in documents] == ["one", "two"]
    assert _reasons(rejects) == ["not_utf8"]


def test_a_line_that_is_too_long_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "LINE_LIMIT", 200)
    documents, rejects = _read(_lines(tmp_path / "a.jsonl", {"text": "ا" * 5000}, {"text": TEXT}))
    assert [document.text for document in documents] == [TEXT]
    assert _reasons(rejects) == ["line_too_long"]


def test_an_article_of_two_hundred_thousand_words_is_kept(tmp_path: Path) -> None:
    documents, rejects = _read(_lines(tmp_path / "a.jsonl", {"text": "كلمة " * 200_000}))
    assert (len(documents), rejects) == (1, [])


def test_packed_lines_are_read_and_a_damaged_file_gives_what_it_can(tmp_path: Path) -> None:
    packed = gzip.compress("".join(json.dumps({"text": f"{TEXT} {number}"}) + "\n" for number in range(2000)).encode())
    (tmp_path / "whole.jsonl.gz").write_bytes(packed)
    (tmp_path / "cut.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    assert len(_read(tmp_path / "whole.jsonl.gz")[0]) == 2000
    documents, rejects = _read(tmp_path / "cut.jsonl.gz")
    assert 0 < len(documents) < 2000
    assert _reasons(rejects) == ["damaged_gzip"]


def test_a_gzip_bomb_is_not_unpacked_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "PACKED_FREE", 100_000)
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress((b" " * 1000 + b"\n") * 10_000))
    assert _reasons(_read(path)[1]) == ["gzip_bomb"]


def test_csv_rows_are_read_by_the_names_of_their_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f'\ufeffID;Text;Outlet\r\n1;"{TEXT}\r\nثم عاد؛ وصمت ";رافد\r\n2;;\r\n3;a;b;c\r\n'.encode())
    documents, rejects = _read(path)
    assert [(document.name, document.outlet) for document in documents] == [("1", "رافد")]
    assert documents[0].text == TEXT + "\r\nثم عاد؛ وصمت "  # not altered by one character
    assert [(reject.reason, reject.document[-6:]) for reject in rejects] == [("no_text", "line 4"), ("wrong_columns", "line 5")]


def test_csv_without_a_text_column_names_the_columns_found(tmp_path: Path) -> None:
    path = _lines(tmp_path / "a.csv", "id,body", "1,x")
    with pytest.raises(UsageError, match="id, body"):
        _read(path)
    assert _reasons(_read(tmp_path)[1]) == ["no_text_column"]


def test_a_quotation_mark_left_open_does_not_make_one_article_of_the_rest(tmp_path: Path) -> None:
    path = _lines(tmp_path / "a.csv", "id,text", f"1,{TEXT}", f'2,"{TEXT}', f"3,{TEXT}")
    documents, rejects = _read(path)
    assert [document.name for document in documents] == ["1"]
    assert "lines 3 to 4" in rejects[0].detail


def test_a_huge_csv_field_and_foreign_bytes_are_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"text\n\xc7\xe1\xcc\n" + TEXT.encode() + b"\n" + b"a" * (tables.TEXT_LIMIT + 1) + b"\n")
    documents, rejects = _read(path)
    assert [document.text for document in documents] == [TEXT]
    assert _reasons(rejects) == ["not_utf8", "too_long"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256", "iso8859_6"])
def test_text_files_are_read_in_the_encodings_of_arabic_news(tmp_path: Path, encoding: str) -> None:
    words = " ".join([TEXT, "وقال رئيسه إن الزيارة ستستمر ثلاثة أيام، وإن اللقاءات ستجري في المدينة القديمة."] * 5)
    (tmp_path / "a.txt").write_bytes(words.encode(encoding, "ignore"))
    (document,), rejects = _read(tmp_path / "a.txt")
    assert document.text == words.encode(encoding, "ignore").decode(encoding)
    assert (document.title, rejects) == (None, [])


def test_a_text_file_with_a_few_bad_bytes_is_kept_and_reported(tmp_path: Path) -> None:
    raw = (TEXT * 20).encode()
    (tmp_path / "a.txt").write_bytes(raw[:101] + b"\xff" + raw[101:])
    (document,), rejects = _read(tmp_path / "a.txt")
    assert document.text.count("\ufffd") >= 1
    assert _reasons(rejects) == ["warning:damaged_bytes"]


def test_wrongly_decoded_text_of_a_file_is_repaired_and_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text((TEXT * 3).encode().decode("latin-1"), "utf-8")
    (document,), rejects = _read(tmp_path / "a.txt")
    assert document.text == TEXT * 3
    assert _reasons(rejects) == ["warning:repaired"]


def test_the_heading_of_a_markdown_file_is_its_title(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"# جسر رافد\n\n{TEXT}\n", "utf-8")
    (document,), _ = _read(tmp_path / "a.md")
    assert (document.title, document.text) == ("جسر رافد", TEXT)


@pytest.mark.parametrize(("raw", "reason"), [(b"", "empty"), (b"\n \n", "empty"), (bytes(range(32)) * 50, "binary"), (b"...", "no_text")])
def test_files_without_an_article_are_set_aside(tmp_path: Path, raw: bytes, reason: str) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    assert _reasons(_read(tmp_path / "a.txt")[1]) == [reason]


def test_an_empty_table_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"")
    assert _reasons(_read(tmp_path / "a.jsonl")[1]) == ["empty"]


def test_a_folder_is_read_in_order_without_hidden_files_and_links_that_leave_it(tmp_path: Path) -> None:
    folder, outside = tmp_path / "pile", tmp_path / "secret.txt"
    (folder / "b").mkdir(parents=True)
    for path in (outside, folder / "b" / "2.txt", folder / "a.txt", folder / ".hidden.txt", folder / "image.png"):
        path.write_text(f"{TEXT} {path.name}", "utf-8")
    (folder / "z.txt").symlink_to(outside)
    documents, rejects = _read(folder)
    assert [document.text.split()[-1] for document in documents] == ["a.txt", "2.txt"]
    assert sorted(_reasons(rejects)) == ["link_outside", "warning:other_kind"]


def test_marks_that_turn_the_writing_direction_are_spelt_out_in_names(tmp_path: Path) -> None:
    path = tmp_path / "a\u202etxt.jsonl"
    path.write_text("x\n", "utf-8")
    (reject,) = _read(path)[1]
    assert "\u202e" not in reject.detail
    assert "\\u202e" in reject.detail


@pytest.mark.parametrize("name", ["gone.jsonl", "sheet.xlsx"])
def test_a_path_that_cannot_be_read_stops_the_call_at_once(tmp_path: Path, name: str) -> None:
    if name == "sheet.xlsx":
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(UsageError, match=name):
        articles_in([tmp_path / name], first_number=0)


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO(json.dumps({"text": TEXT}).encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    assert [document.text for document in _read(Path("-"))[0]] == [TEXT]


def test_a_page_in_windows_1256_is_read_with_its_title_and_outlet(tmp_path: Path) -> None:
    body = "".join(f"<p>قرر مجلس مدينة رافد إعادة فتح الجسر القديم أمام المارة بعد ترميم استمر {number} أشهر.</p>" for number in "34567")
    head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><meta property="og:site_name" content="صحيفة رافد">'
    page = f"<html><head>{head}<title>فتح الجسر القديم</title></head><body><h1>فتح الجسر القديم</h1><article>{body}</article></body></html>"
    (tmp_path / "page.htm").write_bytes(page.encode("cp1256"))
    (document,), rejects = _read(tmp_path)
    assert document.text.startswith("قرر مجلس مدينة رافد")
    assert (document.title, document.outlet, document.encoding, rejects) == ("فتح الجسر القديم", "صحيفة رافد", "windows-1256", [])
