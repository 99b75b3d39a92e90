"""Claims as they are read from a case: those asked for, and each once."""

from takhrij.report.views import claim_views, claims_named, spread_first
from takhrij.store import Case


def test_the_claims_asked_for_come_and_no_others(demo_case: Case) -> None:
    several = list(claim_views(demo_case, where="documents > 1"))
    assert several
    assert all(view.claim.documents > 1 for view in several)


def test_every_claim_comes_once_the_most_widely_told_first(demo_case: Case) -> None:
    views = list(spread_first(demo_case))
    names = [view.claim.claim for view in views]
    assert sorted(names) == sorted(row.claim for row in demo_case.rows("claims"))
    assert views[0].claim.documents == max(view.claim.documents for view in views)


def test_claims_come_in_the_order_of_the_names_given(demo_case: Case) -> None:
    first, second = (row.claim for row in demo_case.rows("claims")[:2])
    assert [view.claim.claim for view in claims_named(demo_case, [second, "unknown", first])] == [second, first]
