-- reads:  anchor_keys, documents, passages
-- writes: encounters
-- a row:  two documents of two outlets that share rare names and numbers, and no words that were found
--
-- As in `candidates`: a key of 2 to 12 documents joins all of them and weighs 1; one of 13 to 300 joins each with the next four by date,
-- since what is told again is told within days, and weighs a half. In two scripts, of which one has few documents (at most 12) of a key,
-- all meet. Enough is a weight of 3: with 4 two thirds fewer pairs, and of nine retellings in 9,000 articles one fewer; with 2.5
-- twice as many pairs and none more.
with held as (
    select anchor_keys.key, anchor_keys.document, anchor_keys.is_latin, documents.outlet, coalesce(documents.date, '') as date,
        count(*) over (partition by anchor_keys.key) as size,
        count(*) over (partition by anchor_keys.key, anchor_keys.is_latin) as alike
    from anchor_keys join documents on documents.document = anchor_keys.document
),
placed as (
    select key, document, outlet, is_latin, size, least(alike, size - alike) as fewer,
        cast(row_number() over (partition by key order by date nulls last, document nulls last) as int) as place
    from held where size >= 2 and size <= 300
),
meetings as (
    select one.document as one, other.document as other, one.outlet as its, other.outlet as theirs,
        case when one.size <= 12 then 1.0 else 0.5 end as weight
    from placed as one
    join placed as other on other.key = one.key and other.place > one.place and other.place <= one.place + 11
        and (one.size <= 12 or other.place <= one.place + 4)
    where one.is_latin = other.is_latin or one.fewer > 12
    union all
    select one.document as one, other.document as other, one.outlet as its, other.outlet as theirs, 1.0 as weight
    from placed as one join placed as other on other.key = one.key
    where one.is_latin and not other.is_latin and one.fewer <= 12
),
enough as (
    select least(one, other) as "left", greatest(one, other) as "right", cast(sum(weight) as double) as shared
    from meetings where its is null or theirs is null or its <> theirs
    group by least(one, other), greatest(one, other) having sum(weight) >= 3
),
found as (
    select distinct pair from passages where kind <> 'formula'
)
select enough."left" || '|' || enough."right" as pair, enough."left", enough."right", enough.shared
from enough left join found on found.pair = enough."left" || '|' || enough."right"
where found.pair is null
