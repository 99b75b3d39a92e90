-- reads:  telling_keys, tellings, alignments
-- writes: telling_pairs
-- a row:  two tellings (of two documents, or title and text of one) that are worth comparing
-- A key that few tellings have brings all of them together (12: as for shingles); one that up to 300 have links each to the next 4
-- in order, so that a statement in 300 articles stays linear; a key beyond that is a commonplace. Three shared keys are three shared words.
with sizes as (
    select key, count(*) as size from telling_keys group by key having count(*) between 2 and 300
),
placed as (
    select telling_keys.key, telling_keys.telling, sizes.size,
        row_number() over (partition by telling_keys.key order by telling_keys.telling nulls last) as place
    from telling_keys join sizes on sizes.key = telling_keys.key
),
steps as (
    select 1 as step union all select 2 as step union all select 3 as step union all select 4 as step
),
meetings as (
    select one.telling as "left", other.telling as "right"
    from placed as one join placed as other on other.key = one.key and other.place > one.place
    where one.size <= 12 and other.size <= 12
    union all
    select one.telling as "left", other.telling as "right"
    from placed as one cross join steps
    join placed as other on other.key = one.key and other.place = one.place + steps.step
    where one.size > 12
),
by_words as (
    select "left", "right" from meetings group by "left", "right" having count(*) >= 3
),
by_reuse as (
    select distinct
        case when one.telling < other.telling then one.telling else other.telling end as "left",
        case when one.telling < other.telling then other.telling else one.telling end as "right"
    from alignments
    join tellings as one on one.document = alignments."left" and one.field = 'text'
        and one.start < alignments.left_end and one."end" > alignments.left_start
    join tellings as other on other.document = alignments."right" and other.field = 'text'
        and other.start < alignments.right_end and other."end" > alignments.right_start
    -- the passages are the same words in about the same order: a telling stands about where its copy does
    where alignments.kind <> 'formula'
        and abs((one.start - alignments.left_start) * 1.0 / (alignments.left_end - alignments.left_start)
              - (other.start - alignments.right_start) * 1.0 / (alignments.right_end - alignments.right_start)) < 0.25
),
proposed as (
    select "left", "right", 'words' as proposed_by from by_words
    union all
    select "left", "right", 'reuse' as proposed_by from by_reuse
)
select one.telling || '|' || other.telling as pair, proposed."left", proposed."right", min(proposed.proposed_by) as proposed_by
from proposed
join tellings as one on one.telling = proposed."left"
join tellings as other on other.telling = proposed."right"
where one.document <> other.document or one.field <> other.field
group by one.telling, other.telling, proposed."left", proposed."right"
