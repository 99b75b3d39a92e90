-- reads:  anchor_keys, documents, passages (and new_anchor_keys: those of the articles that no earlier run saw)
-- writes: encounters
-- a row:  two documents of two outlets that share rare names and numbers, and no words that were found
--
-- What is told again is told within days, so that rare means rare among the articles of six days (two rows of windows, three days apart),
-- or among all, where a date is missing or far off. A key of 2 to 12 documents joins all of them and weighs 1; one of 13 to 300 joins each
-- with the next four by date and weighs a half. In two scripts, of which one has few documents (at most 12) of a key, all meet. Enough is a
-- weight of 5 when the later of the two is added: what was found stays. How many pairs there are grows with the articles and not faster.
with since as (select min(added) as added from new_anchor_keys), older as (select min(added) < (select added from since) as held from documents),
known as (
    select added, document, case when outlet is null then 0 else dense_rank() over (order by outlet nulls last) end as house,
        row_number() over (order by coalesce(date, '') nulls last, document nulls last) as turn
    from documents
),
spread as (
    select key, added, is_latin, cast(-1 as bigint) as span from anchor_keys
    union all
    select key, added, is_latin, cast(floor(day / 6.0) as bigint) * 2 as span from anchor_keys where day is not null
    union all
    select key, added, is_latin, cast(floor((day + 3) / 6.0) as bigint) * 2 + 1 as span from anchor_keys where day is not null
),
touched as (select distinct key, span from spread where (select held from older) and added >= (select added from since)),
held as (
    select key, span, spread.added, is_latin, turn from spread join known on known.added = spread.added
    where not (select held from older) or (key, span) in (select key, span from touched)
),
sized as (
    select key, span, added, is_latin, count(*) over (partition by key, span) as size, sum(cast(is_latin as int)) over (partition by key, span) as latin,
        lag(added) over turns as one, lag(added, 2) over turns as two, lag(added, 3) over turns as three, lag(added, 4) over turns as four
    from held window turns as (partition by key, span order by turn nulls last)
),
few as (select key, span, added from sized where size between 2 and 12),
many as (select * from sized where size between 13 and 300),
mixed as (select key, span, added, is_latin from sized where size <= 300 and least(latin, size - latin) between 1 and 12),
meetings as (
    select one.key, one.added as one, other.added as other, cast(2 as tinyint) as weight
    from few as one join few as other on other.key = one.key and other.span = one.span and other.added > one.added
    union all
    select one.key, least(one.added, other.added), greatest(one.added, other.added), cast(2 as tinyint)
    from mixed as one join mixed as other on other.key = one.key and other.span = one.span where one.is_latin and not other.is_latin
    union all
    select key, least(one, added), greatest(one, added), cast(1 as tinyint) from many
    union all
    select key, least(two, added), greatest(two, added), cast(1 as tinyint) from many
    union all
    select key, least(three, added), greatest(three, added), cast(1 as tinyint) from many
    union all
    select key, least(four, added), greatest(four, added), cast(1 as tinyint) from many
),
shared as (
    select one, other, max(weight) as weight from meetings where one <> other and other >= (select added from since) group by key, one, other
),
enough as (select one, other, cast(sum(weight) as double) / 2 as shared from shared group by one, other having sum(weight) >= 10),
named as (
    select least(a.document, b.document) || '|' || greatest(a.document, b.document) as pair,
        least(a.document, b.document) as "left", greatest(a.document, b.document) as "right", shared
    from enough join known as a on a.added = one join known as b on b.added = other where a.house <> b.house or a.house = 0
),
found as (select distinct pair from passages where kind <> 'formula')
select named.pair, "left", "right", shared from named left join found on found.pair = named.pair where found.pair is null
