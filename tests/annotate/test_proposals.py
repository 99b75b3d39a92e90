"""Names that a model proposes: they become rows where they are sure or the rules saw them too, under the lists' names."""

from __future__ import annotations

from collections.abc import Sequence

from takhrij.annotate.entities import MADE_BY, mentions_of
from takhrij.model.annotation import Mention
from takhrij.model.document import Document
from takhrij.model.protocols import ProposedName


class Proposing:
    """A tagger that proposes what it was given, for the text alone."""

    name = "fixed"

    def __init__(self, *proposed: ProposedName) -> None:
        self._proposed = list(proposed)

    def names_in(self, words: Sequence[str]) -> list[ProposedName]:
        return [one for one in self._proposed if one.end <= len(words)]


def _mentions(text: str, *proposed: ProposedName) -> list[Mention]:
    return mentions_of(Document("d1", "d1", 1, None, None, None, None, text, None, None, "ar"), Proposing(*proposed))


def test_a_sure_proposal_is_a_mention_and_says_who_made_it() -> None:
    (mention,) = _mentions("حضر تيمار الأحمد مبكرا", ProposedName(1, 3, "PERSON", 0.9))  # Timar al-Ahmad came early
    assert (mention.kind, mention.name, mention.made_by) == ("PERSON", "تيمار الاحمد", f"{MADE_BY} fixed")


def test_an_unsure_proposal_that_no_rule_shares_is_left_out() -> None:
    assert _mentions("حضر الضيوف مبكرا", ProposedName(1, 2, "PERSON", 0.4)) == []  # the guests came early


def test_a_proposal_that_the_rules_share_counts_as_theirs() -> None:
    (mention,) = _mentions("وصل الرئيس سالم الفارقي", ProposedName(2, 4, "PERSON", 0.3))
    assert (mention.name, mention.made_by) == ("سالم الفارقي", MADE_BY)


def test_a_list_says_what_a_proposed_name_is() -> None:
    (mention,) = _mentions("وصل إلى بغداد", ProposedName(2, 3, "PERSON", 0.9))  # he reached Baghdad
    assert (mention.kind, mention.name) == ("PLACE", "بغداد")


def test_an_adjective_of_nationality_stays_the_country_behind_it() -> None:
    (mention,) = _mentions("عند الحدود التركية", ProposedName(2, 3, "PLACE", 0.9))  # at the Turkish border
    assert (mention.kind, mention.name) == ("OTHER", "تركيا")


def test_a_sure_proposal_takes_the_place_of_what_a_rule_cut_otherwise() -> None:
    found = _mentions("قال سالم الفارقي أيمن", ProposedName(1, 4, "PERSON", 0.95))
    assert [(mention.start, mention.end) for mention in found] == [(4, 21)]


def test_what_only_the_rules_found_stays() -> None:
    kinds = [mention.kind for mention in _mentions("وصل الوفد الليبي إلى بغداد")]  # the Libyan delegation reached Baghdad
    assert kinds == ["OTHER", "PLACE"]


def test_of_bodies_that_the_model_does_not_see_those_of_a_state_stay() -> None:
    text = "اجتمعت الحكومة الليبية ثم حضرت شركة السيارات الصينية"  # the Libyan government met, then the Chinese car company came
    bodies = [text[one.start : one.end] for one in _mentions(text) if one.kind == "ORGANIZATION"]
    assert bodies == ["الحكومة الليبية"]


def test_a_board_of_directors_is_no_name() -> None:
    assert [one for one in _mentions("اجتمع مجلس الإدارة مساء") if one.kind == "ORGANIZATION"] == []  # the board met in the evening
