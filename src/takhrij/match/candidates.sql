-- reads:  shingles
-- writes: candidates
-- a row:  two documents that share enough rare seeds close together in the first of them, or one that repeats itself, as both
--
-- A seed in at most 12 documents joins all of them and weighs 1. One in 13 to 300 (a wire story with many clients) joins each
-- document with the next four alone and weighs a half; the rest follow along the chain. Enough is a weight of 3.5 within 64 words of
-- the first document and the 64 on either side: of one seed in three, so that twelve copied words do. Neither depends on how many
-- documents there are. Inside, weights are counted in halves and documents by number: half the time and a third less memory.
-- Measured on 3,787 planted passages: 8 are not proposed (2 with a weight of 3, which proposes two thirds more pairs).
-- A document repeats itself where five seeds stand in it just twice, far apart, from one stretch of 96 words to another.
with documents_held as (
    select document, cast(row_number() over (order by document nulls last) as int) as id from (select distinct document from shingles) as held
),
frequencies as (
    select key, count(*) as df from shingles group by key having count(*) >= 2 and count(*) <= 300
),
held as (
    select documents_held.id, shingles.key, cast(floor(shingles.position / 64) as int) as block, frequencies.df
    from shingles
    join frequencies on frequencies.key = shingles.key
    join documents_held on documents_held.document = shingles.document
),
numbered as (
    select id, key, block, cast(2 as int) as weight, cast(0 as int) as number from held where df <= 12
    union all
    select id, key, block, cast(1 as int) as weight, cast(row_number() over (partition by key order by id nulls last) as int) as number
    from held where df > 12
),
meetings as (
    select one.id as one, other.id as other, one.block, one.weight
    from numbered as one
    join numbered as other on other.key = one.key and other.id > one.id and other.number <= one.number + 4
),
enough as (
    select one, other from meetings group by one, other having sum(weight) >= 7
),
places as (
    select meetings.one, meetings.other, meetings.block, count(*) as shared, sum(meetings.weight) as weight
    from meetings join enough on enough.one = meetings.one and enough.other = meetings.other
    group by meetings.one, meetings.other, meetings.block
),
surroundings as (
    select one, other, shared, weight,
           sum(weight) over (partition by one, other order by block range between 1 preceding and 1 following) as near
    from places
),
repeated as (
    select document, count(*) as seeds from shingles where again > position
    group by document, floor(position / 96), floor(again / 96) having count(*) >= 5
)
select ours.document || '|' || theirs.document as pair, ours.document as "left", theirs.document as "right", shared, weight
from (
    select one, other, cast(sum(shared) as bigint) as shared, cast(sum(weight) as double) / 2 as weight
    from surroundings group by one, other having max(near) >= 7
) as proposed
join documents_held as ours on ours.id = one join documents_held as theirs on theirs.id = other
union all
select document || '|' || document as pair, document as "left", document as "right",
       cast(sum(seeds) as bigint) as shared, cast(sum(seeds) as double) as weight
from repeated group by document
