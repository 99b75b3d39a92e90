"""One entity behind all its spellings: in a document, and over a case."""

from __future__ import annotations

from importlib import resources

import duckdb

from takhrij.annotate.case_names import case_names_of
from takhrij.annotate.entities import mentions_of
from takhrij.annotate.entity_keys import entity_id
from takhrij.annotate.entity_table import entity_of
from takhrij.model.document import Document
from takhrij.model.entity import Entity, EntitySpelling, Naming, ShortName
from takhrij.model.tables import TABLES, columns_of

SQL_TYPES = {str: "varchar", int: "bigint", float: "double", bool: "boolean"}


def _names(document: str, text: str) -> list[Naming | ShortName]:
    article = Document(document, document, 1, None, None, None, None, text, None, None, "ar")
    return list(case_names_of(article, mentions_of(article)))


def _entities(*texts: str) -> dict[str, tuple[Entity, dict[str, int]]]:
    """The entities of a case of these articles by name, with their spellings, as the steps make them."""
    rows = [row for number, text in enumerate(texts) for row in _names(f"d{number}", text)]
    with duckdb.connect() as connection:
        for table in ("namings", "short_names"):
            columns = columns_of(TABLES[table])
            connection.execute(f"create table {table} ({', '.join(f'{name} {SQL_TYPES[kind]}' for name, kind, _ in columns)})")
            for row in rows:
                if isinstance(row, TABLES[table]):
                    holes = ", ".join("?" * len(columns))
                    connection.execute(f"insert into {table} values ({holes})", [getattr(row, name) for name, _, _ in columns])
        for table in ("entity_aliases", "entity_spellings"):
            sql = resources.files("takhrij.annotate").joinpath(f"{table}.sql").read_text("utf-8")
            connection.execute(f"create table {table} as {sql}")
        order = ", ".join(f'"{name}"' for name, _, _ in columns_of(EntitySpelling))
        told = [EntitySpelling(*values) for values in connection.execute(f"select {order} from entity_spellings").fetchall()]
    groups: dict[str, list[EntitySpelling]] = {}
    for spelling in told:
        groups.setdefault(spelling.entity, []).append(spelling)
    made = [(entity_of(group), group) for group in groups.values()]
    return {entity.name: (entity, {row.spelling: row.mentions for row in group}) for entity, group in made}


def test_a_spelling_is_told_without_the_particle_joined_to_it() -> None:
    rows = _names("d1", "توجه الوفد للعراق وقالت الحكومة العراقية إن الزيارة ناجحة")
    assert {(row.name, row.spelling, row.how) for row in rows if isinstance(row, Naming) and row.kind == "PLACE"} >= {
        ("العراق", "العراق", "name")
    }


def test_an_adjective_of_nationality_counts_for_its_country() -> None:
    (country,) = [row for row in _names("d1", "زارت السفيرة الفرنسية المرفأ") if isinstance(row, Naming)]
    assert (country.kind, country.name, country.spelling, country.how) == ("PLACE", "فرنسا", "الفرنسية", "adjective")


def test_transliterations_and_the_last_name_alone_are_one_entity() -> None:
    entities = _entities("قال بنيامين نتنياهو إن المعبر مغلق", "قال نتانياهو إن المعبر مغلق", "أكد ونتنياهو صامت")
    entity, spellings = entities["بنيامين نتنياهو"]
    assert entity.known
    assert entity.documents == 3
    assert spellings == {"بنيامين نتنياهو": 1, "نتانياهو": 1, "نتنياهو": 1}


def test_a_long_name_goes_with_the_form_that_papers_use() -> None:
    entities = _entities("قال الوزير سالم بن حمد الفارقي إن السد آمن", "قال الوزير سالم الفارقي إن السد آمن")
    assert set(entities["سالم الفارقي"][1]) | set(entities.get("سالم بن حمد الفارقي", (None, {}))[1]) == {
        "سالم الفارقي", "سالم بن حمد الفارقي",
    }  # fmt: skip
    assert sum("الفارقي" in name for name in entities) == 1


def test_a_city_has_its_place_on_earth() -> None:
    entity, _ = _entities("وصل الوفد إلى مدينة طنجة")["طنجة"]
    assert (entity.latitude, entity.longitude) == (35.767, -5.8)


def test_ids_stay_as_articles_are_added() -> None:
    one = _entities("قال الوزير سالم الفارقي إن السد آمن")["سالم الفارقي"][0]
    two = _entities("قال الوزير سالم الفارقي إن السد آمن", "زار سالم الفارقي طنجة")["سالم الفارقي"][0]
    assert one.entity == two.entity == entity_id("PERSON", "سالم الفارقي")


def test_a_text_without_names_has_none() -> None:
    assert _names("d1", "هطلت أمطار غزيرة على الطريق") == []
