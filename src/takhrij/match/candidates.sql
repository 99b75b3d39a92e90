-- reads:  shingles
-- writes: candidates
-- a row:  two documents that share enough rare seeds close together in the first of them, or one that repeats itself, as both
--
-- A seed in at most 12 documents joins all of them. One in 13 to 300 (a wire story with many clients) joins each document with the
-- next four alone, and the rest follow along the chain. A seed's weight is ln(N / df), with 200 documents added to N so that a
-- pile of two articles works too. Enough is five times the weight of a seed of four documents, within 64 words and the 64 on
-- either side. Sums are rounded, so that the order of adding, which differs between engines, decides nothing.
-- A document repeats itself where 20 seeds stand in it just twice, 60 words apart or more, from one stretch of 96 words to another:
-- true of 3 % of 2,000 news articles, among them all 25 in which a passage of 20 words is then found.
with size as (
    select count(distinct document) + 200.0 as documents from shingles
),
posts as (
    select document, key, cast(floor(position / 64) as bigint) as block
    from shingles group by document, key, cast(floor(position / 64) as bigint)
),
holders as (
    select document, key from posts group by document, key
),
frequencies as (
    select key, count(*) as df from holders group by key having count(*) >= 2 and count(*) <= 300
),
numbered as (
    select holders.document, holders.key, frequencies.df, ln(size.documents / frequencies.df) as weight,
           row_number() over (partition by holders.key order by holders.document nulls last) as number
    from holders join frequencies on frequencies.key = holders.key cross join size
),
meetings as (
    select one.document as one, other.document as other, one.key, one.weight
    from numbered as one
    join numbered as other on other.key = one.key and other.number > one.number
    where one.df <= 12 or other.number <= one.number + 4
),
places as (
    select meetings.one, meetings.other, posts.block, count(*) as shared, sum(meetings.weight) as weight
    from meetings
    join posts on posts.document = meetings.one and posts.key = meetings.key
    group by meetings.one, meetings.other, posts.block
),
surroundings as (
    select one, other, shared, weight,
           sum(weight) over (partition by one, other order by block range between 1 preceding and 1 following) as near
    from places
),
again as (
    select document, floor(min(position) / 96) as earlier, floor(max(position) / 96) as later
    from shingles group by document, key having count(*) = 2 and max(position) - min(position) >= 60
),
repeated as (
    select document, count(*) as seeds from again group by document, earlier, later having count(*) >= 20
)
select one || '|' || other as pair, one as "left", other as "right", cast(sum(shared) as bigint) as shared, round(sum(weight), 6) as weight
from surroundings cross join size
group by one, other, size.documents
having round(max(near), 6) >= round(5 * ln(size.documents / 4), 6)
union all
select document || '|' || document as pair, document as "left", document as "right",
       cast(sum(seeds) as bigint) as shared, round(sum(seeds) * ln(max(documents)), 6) as weight
from repeated cross join size group by document
