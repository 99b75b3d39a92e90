-- reads:  anchor_keys, documents, passages
-- writes: encounters
-- a row:  two documents of two outlets that share rare names and numbers, and no words that were found
--
-- What is told again is told within days, so that rare means rare among the articles of six days (two rows of windows, three days apart),
-- or among all, where a date is missing or far off. As in `candidates`: a key of 2 to 12 documents joins all of them and weighs 1; one of
-- 13 to 300 joins each with the next four by date and weighs a half. In two scripts, of which one has few documents (at most 12) of a
-- key, all meet. Enough is a weight of 5; how many pairs there are grows with the articles and not faster.
with known as (
    select document, case when outlet is null then null else dense_rank() over (order by outlet nulls last) end as house,
        row_number() over (order by document nulls last) as rank,
        row_number() over (order by coalesce(date, '') nulls last, document nulls last) as turn
    from documents
),
seen as (
    select anchor_keys.key, anchor_keys.is_latin, anchor_keys.day, rank, turn, house
    from anchor_keys join known on known.document = anchor_keys.document
),
held as (
    select key, rank, is_latin, house, turn, cast(-1 as bigint) as span from seen
    union all
    select key, rank, is_latin, house, turn, cast(floor(day / 6.0) as bigint) * 2 as span from seen where day is not null
    union all
    select key, rank, is_latin, house, turn, cast(floor((day + 3) / 6.0) as bigint) * 2 + 1 as span from seen where day is not null
),
sized as (
    select key, rank, house, is_latin, span, count(*) over (partition by key, span) as size,
        sum(cast(is_latin as int)) over (partition by key, span) as latin,
        row_number() over (partition by key, span order by turn nulls last) as place
    from held
),
placed as (select key, rank, house, is_latin, span, size, least(latin, size - latin) as fewer, place from sized where size between 2 and 300),
meetings as (
    select one.key, one.rank as one, other.rank as other, one.house as its, other.house as theirs,
        case when one.size <= 12 then 1.0 else 0.5 end as weight
    from placed as one
    join placed as other on other.key = one.key and other.span = one.span and other.place > one.place and other.place <= one.place + 11
        and (one.size <= 12 or other.place <= one.place + 4)
    where one.is_latin = other.is_latin or one.fewer > 12
    union all
    select one.key, one.rank as one, other.rank as other, one.house as its, other.house as theirs, 1.0 as weight
    from placed as one join placed as other on other.key = one.key and other.span = one.span
    where one.is_latin and not other.is_latin and one.fewer <= 12
),
shared as (
    select key, least(one, other) as ours, greatest(one, other) as other, max(weight) as weight
    from meetings where its is null or theirs is null or its <> theirs group by key, least(one, other), greatest(one, other)
),
enough as (
    select ours, other, cast(sum(weight) as double) as shared from shared group by ours, other having sum(weight) >= 5
),
named as (
    select a.document || '|' || b.document as pair, a.document as "left", b.document as "right", shared
    from enough join known as a on a.rank = enough.ours join known as b on b.rank = enough.other
),
found as (
    select distinct pair from passages where kind <> 'formula'
)
select named.pair, "left", "right", shared from named left join found on found.pair = named.pair where found.pair is null
