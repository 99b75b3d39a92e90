-- reads:  components, decided_pairs
-- writes: components
-- joins tellings whose pair was not called different, or not surely so (a score of 0.42, as NEAR in grouping.py)
-- a row:  a telling with the least label among its own and its neighbours', and the label that this label has by now (which halves the way)
with neighbours as (
    select "left" as telling, "right" as neighbour from decided_pairs where verdict <> 'different' or score >= 0.42
    union all
    select "right" as telling, "left" as neighbour from decided_pairs where verdict <> 'different' or score >= 0.42
),
least as (
    select neighbours.telling, min(components.component) as component
    from neighbours join components on components.telling = neighbours.neighbour
    group by neighbours.telling
),
spread as (
    select components.telling,
        case when least.component < components.component then least.component else components.component end as component
    from components left join least on least.telling = components.telling
)
select spread.telling,
    case when further.component < spread.component then further.component else spread.component end as component
from spread join components as further on further.telling = spread.component
