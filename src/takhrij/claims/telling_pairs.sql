-- reads:  telling_keys, tellings, tolls, aligned_tellings, crossings
-- writes: telling_pairs
-- a row:  two tellings (of two documents, title and text of one, or two passages of one that say the same) that are worth comparing
-- A key that few tellings have brings all of them together (12: as for shingles); one that up to 300 have links each to the next 4 in
-- order, so that a statement in 300 articles stays linear; beyond that it is a commonplace. Two documents are of one event where what the
-- title or opening of one says shares 15 keys with the other (gold/claims: 18 and more, of two events 99 % fewer) or a fifth of those of
-- the shorter: there one shared key (two words) or two tolls of one fate are enough; elsewhere it takes 6 (four words), by `words` alone.
-- Two that stand in one set text are not compared, whatever they share. A pair is named after what proposed it too, since that decides it.
with sizes as (select key, count(*) as size from telling_keys where key >= 0 group by key having count(*) between 2 and 300),
placed as (
    select telling_keys.key, telling_keys.telling, telling_keys.document, sizes.size,
        case when tellings.field = 'title' or tellings.start < 300 then 1 else 0 end as opens,
        row_number() over (partition by telling_keys.key order by telling_keys.document nulls last, telling_keys.telling nulls last) as place
    from telling_keys join sizes on sizes.key = telling_keys.key join tellings on tellings.telling = telling_keys.telling
),
steps as (select 1 as step union all select 2 as step union all select 3 as step union all select 4 as step),
lengths as (select document, count(distinct key) as keys from telling_keys where key >= 0 group by document),
meetings as (
    select one.key, one.telling as first, other.telling as second, one.document as one, other.document as other,
        case when one.opens + other.opens > 0 then one.key end as opening
    from placed as one join placed as other on other.key = one.key and other.place > one.place
    where one.size <= 12
    union all
    select one.key, one.telling as first, other.telling as second, one.document as one, other.document as other,
        case when one.opens + other.opens > 0 then one.key end as opening
    from placed as one cross join steps join placed as other on other.key = one.key and other.place = one.place + steps.step
    where one.size > 12
),
events as (
    select one, other from meetings
    join lengths as left_length on left_length.document = one join lengths as right_length on right_length.document = other
    group by one, other having count(distinct opening) >= least(15, min(left_length.keys) * 0.2, min(right_length.keys) * 0.2)
),
proposed as (
    select "left" as first, "right" as second, 'event' as proposed_by from crossings union all
    select meetings.first, meetings.second, case when events.one is null then 'words' else 'event' end as proposed_by
    from meetings left join events on events.one = meetings.one and events.other = meetings.other
    group by meetings.first, meetings.second, events.one having count(*) >= 6 or events.one is not null
    union all select one.telling as first, other.telling as second, 'event' as proposed_by
    from events join tolls as one on one.document = events.one
    join tolls as other on other.document = events.other and other.role = one.role and (one.begins or other.begins)
    union all
    select meetings.first, meetings.second, 'event' as proposed_by
    from meetings join tellings as one on one.telling = meetings.first join tellings as other on other.telling = meetings.second
    where meetings.one = meetings.other and one.field <> other.field and greatest(one.start, other.start) < 300
    union all select "left" as first, "right" as second, 'reuse' as proposed_by from aligned_tellings where not formula
),
named as (select least(first, second) as "left", greatest(first, second) as "right", proposed_by from proposed)
select one.telling || '|' || other.telling || '|' || min(named.proposed_by) as pair, named."left", named."right", min(named.proposed_by) as proposed_by
from named join tellings as one on one.telling = named."left" join tellings as other on other.telling = named."right"
left join aligned_tellings as set_text on set_text."left" = named."left" and set_text."right" = named."right" and set_text.formula
where set_text."left" is null and (one.document <> other.document or one.field <> other.field or named.proposed_by = 'reuse') and one.telling <> other.telling
group by one.telling, other.telling, named."left", named."right"
