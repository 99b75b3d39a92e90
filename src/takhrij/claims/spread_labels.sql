-- reads:  components, decided_pairs
-- writes: components
-- joins tellings whose pair was not called different, or not surely so (a score of 0.42, as NEAR in grouping.py)
-- a row:  a telling with its next label: the least that any telling of its label has for a neighbour, and what that one's label is by now
--
-- All that have one label take the next together, so that of the labels at most half are left after a round, in chains as in stars.
with neighbours as (
    select "left" as telling, "right" as neighbour from decided_pairs where verdict <> 'different' or score >= 0.42
    union all
    select "right" as telling, "left" as neighbour from decided_pairs where verdict <> 'different' or score >= 0.42
),
least as (
    select own.component as label, min(theirs.component) as component
    from neighbours join components as own on own.telling = neighbours.telling
    join components as theirs on theirs.telling = neighbours.neighbour
    group by own.component
),
spread as (
    select components.telling,
        case when least.component < components.component then least.component else components.component end as component
    from components left join least on least.label = components.component
)
select spread.telling,
    case when further.component < spread.component then further.component else spread.component end as component
from spread join components as further on further.telling = spread.component
