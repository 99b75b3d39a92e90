-- reads:  shingles, documents (and new_shingles: those of the articles that no earlier run saw)
-- writes: candidates
-- a row:  two documents that share enough rare seeds close together in both, or one that repeats itself, as both
--
-- Each article is compared with those added before it, so that what was found stays, in however many batches a case grows. The first
-- eight articles that hold a seed meet each other, for a weight of 1; later ones (a wire story with many clients) the two before them, for
-- a half. Enough is a weight of 3.5 in a square of 128 words of the one and 128 of the other (squares overlap by halves): of one seed in
-- three, so that twelve copied words do. Of 3,738 to 3,791 planted passages 11 to 13 are not proposed (a weight of 3 saves eight of them,
-- for two thirds more pairs). A document repeats itself where five seeds stand in it twice, from one stretch of 96 words to another.
with since as (select min(added) as added from new_shingles), older as (select min(added) < (select added from since) as held from documents),
touched as (select distinct key from new_shingles where (select held from older)),
halves as (select 0 as half union all select 1),
ranks as (select added, document, cast(row_number() over (order by document nulls last) as int) as rank from documents),
frequencies as (
    select key, count(*) > 8 as many from shingles where not (select held from older) or key in (select key from touched)
    group by key having count(*) >= 2
),
held as (
    select shingles.key, cast(shingles.added as int) as added, rank, cast(floor(shingles.position / 64) as smallint) as block, many
    from shingles join frequencies on frequencies.key = shingles.key join ranks on ranks.added = shingles.added
),
numbered as (
    select key, added, rank, block, row_number() over keyed as number, lag(rank) over keyed as before, lag(block) over keyed as its_block,
        lag(rank, 2) over keyed as last, lag(block, 2) over keyed as last_block
    from held where many window keyed as (partition by key order by added nulls last)
),
first as (select key, added, rank, block from held where not many union all select key, added, rank, block from numbered where number <= 8),
later as (
    select rank, block, case when half = 0 then before else last end as other, case when half = 0 then its_block else last_block end as other_block
    from numbered cross join halves where number > 8 and number <= 300 and added >= (select added from since)
),
meetings as (
    select cast(one.rank as bigint) * 4294967296 + other.rank as pair, one.block as here, other.block as there, cast(2 as tinyint) as weight
    from first as one join first as other on other.key = one.key and other.rank > one.rank
    where greatest(one.added, other.added) >= (select added from since)
    union all
    select cast(least(rank, other) as bigint) * 4294967296 + greatest(rank, other), case when rank < other then block else other_block end,
           case when rank < other then other_block else block end, cast(1 as tinyint)
    from later
),
enough as (select pair, count(*) as shared, sum(weight) as weight from meetings group by pair having sum(weight) >= 7),
spots as (
    select meetings.pair, here, there, sum(meetings.weight) as weight
    from meetings join enough on enough.pair = meetings.pair group by meetings.pair, here, there
),
squares as (
    select pair from spots cross join halves as ours cross join halves as theirs
    group by pair, ours.half, theirs.half, floor((here + ours.half) / 2), floor((there + theirs.half) / 2) having sum(weight) >= 7
),
repeated as (
    select added, count(*) as seeds from new_shingles where again > position
    group by added, floor(position / 96), floor(again / 96) having count(*) >= 5
)
select a.document || '|' || b.document as pair, a.document as "left", b.document as "right",
       cast(shared as bigint) as shared, cast(weight as double) / 2 as weight
from (select distinct pair from squares) as close join enough on enough.pair = close.pair join ranks as a on a.rank = floor(close.pair / 4294967296) join ranks as b on b.rank = close.pair % 4294967296
union all
select document || '|' || document, document, document, cast(sum(seeds) as bigint), cast(sum(seeds) as double)
from repeated join ranks on ranks.added = repeated.added group by document
