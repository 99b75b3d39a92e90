-- reads:  shingles, documents (and new_shingles: those of the articles that no earlier run saw)
-- writes: candidates
-- a row:  two documents that share enough rare seeds close together in one of them, or one that repeats itself, as both
--
-- Each article is compared with those that were added before it, so that what was found stays, in however many batches a case grows. The
-- first eight articles that hold a seed meet each other, for a weight of 1; the ninth and later ones (a wire story with many clients)
-- the two before them, for a half; the rest follow along the chain. Enough is a weight of 3.5 within 64 words of the article whose id is
-- less and the 64 on either side: of one seed in three, so that twelve copied words do. Of 3,738 to 3,791 planted passages 10 to 13 are
-- not proposed (a weight of 3 saves six of them and proposes two thirds more pairs). Weights are counted in halves, and a pair is one number.
-- A document repeats itself where five seeds stand in it just twice, far apart, from one stretch of 96 words to another.
with since as (select min(added) as added from new_shingles), touched as (select distinct key from new_shingles),
ranks as (select added, document, row_number() over (order by document nulls last) as rank from documents),
frequencies as (
    select shingles.key, count(*) > 8 as many from shingles join touched on touched.key = shingles.key
    group by shingles.key having count(*) >= 2
),
held as (
    select shingles.key, shingles.added, rank, cast(floor(shingles.position / 64) as smallint) as block, many
    from shingles join frequencies on frequencies.key = shingles.key join ranks on ranks.added = shingles.added
),
numbered as (
    select key, added, rank, block, row_number() over (partition by key order by added nulls last) as number from held where many
),
first as (
    select key, added, rank, block from held where not many union all select key, added, rank, block from numbered where number <= 8
),
later as (
    select key, added, rank, block, number - step as earlier
    from numbered cross join (select 1 as step union all select 2) as steps where number > 8 and number <= 300
),
meetings as (
    select one.rank * 4294967296 + other.rank as pair, one.block, cast(2 as tinyint) as weight
    from first as one join first as other on other.key = one.key and other.rank > one.rank
    where greatest(one.added, other.added) >= (select added from since)
    union all
    select least(one.rank, other.rank) * 4294967296 + greatest(one.rank, other.rank),
           case when one.rank < other.rank then one.block else other.block end, cast(1 as tinyint)
    from later as other join numbered as one on one.key = other.key and one.number = other.earlier
    where other.added >= (select added from since)
),
enough as (select pair from meetings group by pair having sum(weight) >= 7),
places as (
    select meetings.pair, block, count(*) as shared, cast(sum(weight) as int) as weight
    from meetings join enough on enough.pair = meetings.pair group by meetings.pair, block
),
surroundings as (
    select pair, shared, weight, sum(weight) over (partition by pair order by block range between 1 preceding and 1 following) as near
    from places
),
repeated as (
    select added, count(*) as seeds from new_shingles where again > position
    group by added, floor(position / 96), floor(again / 96) having count(*) >= 5
)
select ours.document || '|' || theirs.document as pair, ours.document as "left", theirs.document as "right", shared, weight
from (select pair, cast(sum(shared) as bigint) as shared, cast(sum(weight) as double) / 2 as weight
      from surroundings group by pair having max(near) >= 7) as proposed
join ranks as ours on ours.rank = floor(proposed.pair / 4294967296) join ranks as theirs on theirs.rank = proposed.pair % 4294967296
union all
select document || '|' || document, document, document, cast(sum(seeds) as bigint), cast(sum(seeds) as double)
from repeated join ranks on ranks.added = repeated.added group by document
