-- reads:  telling_keys, tellings, tolls, aligned_tellings, crossings
-- writes: telling_pairs
-- a row:  two tellings (of two documents, title and text of one, or two passages of one that say the same) that are worth comparing
-- A key that few tellings have brings all of them together (12: as for shingles); one that up to 300 have links each to the next 4 in
-- order, so that a statement in 300 articles stays linear; beyond that it is a commonplace. Two documents are of one event where what the
-- title or opening of one says shares 15 keys with the other (gold/claims: 18 and more, of two events 99 % fewer) or a fifth of those of
-- the shorter: there one shared key (two words) or two tolls of one fate are enough; elsewhere it takes 6 (four words), by `words` alone.
-- Two that stand in one set text are not compared, whatever they share. A pair is named after what proposed it too, since that decides it.
-- Each part is a table of its own, with tellings and documents (`paper`) as numbers: as one query it took ten times as long.
create or replace temp table numbered as
select telling, document, field, start, case when field = 'title' or start < 300 then 1 else 0 end as opens,
    row_number() over (order by document nulls last, telling nulls last) as number, dense_rank() over (order by document nulls last) as paper
from tellings;
create or replace temp table placed as
with sizes as (select key, count(*) as size from telling_keys where key >= 0 group by key having count(*) between 2 and 300)
select telling_keys.key, numbered.number, numbered.paper, numbered.opens, sizes.size,
    row_number() over (partition by telling_keys.key order by numbered.number nulls last) as place
from telling_keys join sizes on sizes.key = telling_keys.key join numbered on numbered.telling = telling_keys.telling;
create or replace temp table meetings as
with steps as (select 1 as step union all select 2 as step union all select 3 as step union all select 4 as step)
select one.number as first, other.number as second, one.paper as one, other.paper as other, case when one.opens + other.opens > 0 then one.key end as opening
from placed as one join placed as other on other.key = one.key and other.place > one.place where one.size <= 12
union all
select one.number as first, other.number as second, one.paper as one, other.paper as other, case when one.opens + other.opens > 0 then one.key end as opening
from placed as one cross join steps join placed as other on other.key = one.key and other.place = one.place + steps.step where one.size > 12;
create or replace temp table events as
with lengths as (
    select numbered.paper, count(distinct key) as keys from telling_keys join numbered on numbered.telling = telling_keys.telling
    where key >= 0 group by numbered.paper
)
select one, other from meetings
join lengths as left_length on left_length.paper = one join lengths as right_length on right_length.paper = other
group by one, other having count(distinct opening) >= least(15, min(left_length.keys) * 0.2, min(right_length.keys) * 0.2);
create or replace temp table proposed as
with by_words as (
    select meetings.first, meetings.second, case when events.one is null then 'words' else 'event' end as proposed_by
    from meetings left join events on events.one = meetings.one and events.other = meetings.other
    group by meetings.first, meetings.second, events.one having count(*) >= 6 or events.one is not null
),
by_tolls as (
    select one_telling.number as first, other_telling.number as second, 'event' as proposed_by
    from tolls as one join numbered as one_telling on one_telling.telling = one.telling
    join events on events.one = one_telling.paper join numbered as other_telling on other_telling.paper = events.other
    join tolls as other on other.telling = other_telling.telling and other.role = one.role and (one.begins or other.begins)
),
of_titles as (
    select meetings.first, meetings.second, 'event' as proposed_by
    from meetings join numbered as one on one.number = meetings.first join numbered as other on other.number = meetings.second
    where meetings.one = meetings.other and one.field <> other.field and greatest(one.start, other.start) < 300
),
by_number as (select * from by_words union all select * from by_tolls union all select * from of_titles)
select least(one.telling, other.telling) as "left", greatest(one.telling, other.telling) as "right", by_number.proposed_by
from by_number join numbered as one on one.number = by_number.first join numbered as other on other.number = by_number.second
union all select least("left", "right") as "left", greatest("left", "right") as "right", 'event' as proposed_by from crossings
union all select "left", "right", 'reuse' as proposed_by from aligned_tellings where not formula;
select one.telling || '|' || other.telling || '|' || min(named.proposed_by) as pair, named."left", named."right", min(named.proposed_by) as proposed_by
from proposed as named join numbered as one on one.telling = named."left" join numbered as other on other.telling = named."right"
left join aligned_tellings as set_text on set_text."left" = named."left" and set_text."right" = named."right" and set_text.formula
where set_text."left" is null and (one.document <> other.document or one.field <> other.field or named.proposed_by = 'reuse') and one.telling <> other.telling
group by one.telling, other.telling, named."left", named."right"
