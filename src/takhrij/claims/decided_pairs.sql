-- reads:  resemblances, standing, tellings
-- writes: decided_pairs
-- a row:  two tellings and what was decided of them: by an analyst where one did, else by their resemblance
with analysts as (
    select standing."left", standing."right", case when standing.kind = 'same' then 'same' else 'different' end as verdict,
        cast(case when standing.kind = 'same' then 1.0 else 0.0 end as double) as score
    from standing
    join tellings as one on one.telling = standing."left" join tellings as other on other.telling = standing."right"
    where standing.kind in ('same', 'not-same')
),
paired as (
    select min(pair) as pair, "left", "right" from resemblances group by "left", "right"
)
select resemblances.pair, resemblances."left", resemblances."right", resemblances.verdict, resemblances.score, resemblances.made_by,
    resemblances.one_count
from resemblances left join analysts on analysts."left" = resemblances."left" and analysts."right" = resemblances."right"
where analysts.verdict is null
union all
select coalesce(paired.pair, analysts."left" || '|' || analysts."right") as pair, analysts."left", analysts."right",
    analysts.verdict, analysts.score, 'analyst' as made_by, false as one_count
from analysts left join paired on paired."left" = analysts."left" and paired."right" = analysts."right"
