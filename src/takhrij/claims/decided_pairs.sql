-- reads:  resemblances, standing, tellings
-- writes: decided_pairs
-- a row:  two tellings and what was decided of them: by an analyst where one did, else by their resemblance
with analysts as (
    select standing."left" || '|' || standing."right" as pair, standing."left", standing."right",
        case when standing.kind = 'same' then 'same' else 'different' end as verdict,
        cast(case when standing.kind = 'same' then 1.0 else 0.0 end as double) as score
    from standing
    join tellings as one on one.telling = standing."left" join tellings as other on other.telling = standing."right"
    where standing.kind in ('same', 'not-same')
)
select resemblances.pair, resemblances."left", resemblances."right", resemblances.verdict, resemblances.score, resemblances.made_by,
    resemblances.one_count
from resemblances left join analysts on analysts.pair = resemblances.pair
where analysts.pair is null
union all
select pair, "left", "right", verdict, score, 'analyst' as made_by, false as one_count from analysts
