-- reads:  telling_keys, tellings
-- writes: crossings
-- a row:  two tellings in two languages that are worth comparing
-- Only keys below 0 are made for this: numbers, names by their sound, meanings. A key that more than 300 tellings have is a commonplace.
-- Two documents are of one event where they share 6 of these keys (four units, or more in several sentences); of such two, tellings
-- that share 3 (three units) are compared. In a case of one language all ends with `spoken`.
with spoken as (
    select keys.key, keys.telling, keys.document, tellings.language,
        count(*) over (partition by keys.key) as size,
        min(tellings.language) over (partition by keys.key) as first_language,
        max(tellings.language) over (partition by keys.key) as last_language
    from telling_keys as keys join tellings on tellings.telling = keys.telling
    where keys.key < 0
),
bilingual as (
    select key, telling, document, language from spoken where first_language < last_language and size <= 300
),
meetings as (
    select one.key, one.telling as "left", other.telling as "right", one.document as one, other.document as other
    from bilingual as one join bilingual as other on other.key = one.key and other.language > one.language
),
events as (
    select one, other from meetings group by one, other having count(distinct key) >= 6
)
select meetings."left", meetings."right"
from meetings join events on events.one = meetings.one and events.other = meetings.other
group by meetings."left", meetings."right"
having count(distinct meetings.key) >= 3
