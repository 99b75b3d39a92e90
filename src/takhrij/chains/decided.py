"""Links and houses of outlets as an analyst's decisions change them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from takhrij.annotate.outlets import family_of, outlet_key
from takhrij.model.chain import UNSEEN
from takhrij.model.decision import FAMILY, LINK_RIGHT, LINK_WRONG, Decision

DecidedLinks = Mapping[tuple[str, str], bool]  # (later document, node) -> whether the link is right


def decided_links(decisions: Iterable[Decision], home: Mapping[str, str]) -> dict[tuple[str, str], bool]:
    """What was decided of links between documents (or to unseen outlets); `home` is the document of each telling of the claim."""
    ends = (
        (row.kind == LINK_RIGHT, home.get(row.left), row.right if row.right.startswith(UNSEEN) else home.get(row.right))
        for row in decisions
        if row.kind in (LINK_RIGHT, LINK_WRONG)
    )
    return {(later, node_of(earlier)): right for right, later, earlier in ends if later and earlier and later != earlier}


def node_of(earlier: str) -> str:
    """A document, or one spelling for an unseen outlet: «unseen:رويترز» is "unseen:Reuters"."""
    return UNSEEN + outlet_key(earlier.removeprefix(UNSEEN)) if earlier.startswith(UNSEEN) else earlier


def decided_houses(decisions: Iterable[Decision]) -> Callable[[str], str]:
    """A name for the house of an outlet: its family, or the least name among the families that were decided to be one."""
    home: dict[str, str] = {}
    for row in decisions:
        if row.kind == FAMILY:
            one, other = sorted(home.get(name, name) for name in (family_of(row.left), family_of(row.right)))
            home = {name: one if at == other else at for name, at in {**home, one: one, other: other}.items()}
    return lambda name: home.get(family_of(name), family_of(name))
