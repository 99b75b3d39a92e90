-- reads:  anchor_keys, documents, passages
-- writes: encounters
-- a row:  two documents of two outlets that share rare names and numbers, and no words that were found
--
-- What is told again is told within days, so that rare means rare among the articles of six days (two rows of windows, three days apart),
-- or among all, where a date is missing or far off. As in `candidates`: a key of 2 to 12 documents joins all of them and weighs 1; one of
-- 13 to 300 joins each with the next four by date and weighs a half. In two scripts, of which one has few documents (at most 12) of a
-- key, all meet. Enough is a weight of 5; how many pairs there are grows with the articles and not faster.
with seen as (
    select anchor_keys.key, anchor_keys.document, anchor_keys.is_latin, documents.outlet, coalesce(documents.date, '') as date, anchor_keys.day
    from anchor_keys join documents on documents.document = anchor_keys.document
),
held as (
    select key, document, is_latin, outlet, date, cast(-1 as bigint) as span from seen
    union all
    select key, document, is_latin, outlet, date, cast(floor(day / 6.0) as bigint) * 2 as span from seen where day is not null
    union all
    select key, document, is_latin, outlet, date, cast(floor((day + 3) / 6.0) as bigint) * 2 + 1 as span from seen where day is not null
),
sized as (
    select key, document, is_latin, outlet, date, span, count(*) over (partition by key, span) as size,
        count(*) over (partition by key, span, is_latin) as alike
    from held
),
placed as (
    select key, document, outlet, is_latin, span, size, least(alike, size - alike) as fewer,
        cast(row_number() over (partition by key, span order by date nulls last, document nulls last) as int) as place
    from sized where size >= 2 and size <= 300
),
meetings as (
    select one.key, one.document as one, other.document as other, one.outlet as its, other.outlet as theirs,
        case when one.size <= 12 then 1.0 else 0.5 end as weight
    from placed as one
    join placed as other on other.key = one.key and other.span = one.span and other.place > one.place and other.place <= one.place + 11
        and (one.size <= 12 or other.place <= one.place + 4)
    where one.is_latin = other.is_latin or one.fewer > 12
    union all
    select one.key, one.document as one, other.document as other, one.outlet as its, other.outlet as theirs, 1.0 as weight
    from placed as one join placed as other on other.key = one.key and other.span = one.span
    where one.is_latin and not other.is_latin and one.fewer <= 12
),
shared as (
    select key, least(one, other) as "left", greatest(one, other) as "right", max(weight) as weight
    from meetings where its is null or theirs is null or its <> theirs group by key, least(one, other), greatest(one, other)
),
enough as (
    select "left", "right", cast(sum(weight) as double) as shared from shared group by "left", "right" having sum(weight) >= 5
),
found as (
    select distinct pair from passages where kind <> 'formula'
)
select enough."left" || '|' || enough."right" as pair, enough."left", enough."right", enough.shared
from enough left join found on found.pair = enough."left" || '|' || enough."right"
where found.pair is null
