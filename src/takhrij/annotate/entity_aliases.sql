-- reads:  namings, short_names
-- writes: entity_aliases
-- a row:  a name that stands alone somewhere in the case, and the one full name that it is nearly always short for
with own as (
    select entity, count(distinct document) as documents from namings group by entity
),
offers as (
    select short, entity, how, count(distinct document) as documents from short_names where short <> entity group by short, entity, how
),
ranked as (
    select short, entity, how, documents,
        sum(documents) over (partition by short, how) as total,
        row_number() over (partition by short, how order by documents desc, entity nulls last) as place
    from offers
),
-- a last name or acronym is that of one entity in nine documents of ten
shorts as (
    select ranked.short as alias, ranked.entity
    from ranked join own on own.entity = ranked.short
    where ranked.how <> 'part' and ranked.place = 1 and ranked.documents >= 0.9 * ranked.total
),
-- a long name goes with the form without its middle, where no other long name has that form
parts as (
    select min(offers.entity) as alias, offers.short as entity
    from offers join own on own.entity = offers.short
    where offers.how = 'part'
    group by offers.short
    having count(distinct offers.entity) = 1
),
one_part as (
    select alias, min(entity) as entity from parts group by alias
),
first_of as (
    select alias, min(entity) as entity from (select alias, entity from shorts union all select alias, entity from one_part) as both_ways group by alias
)
select first_of.alias, coalesce(further.entity, first_of.entity) as entity
from first_of left join first_of as further on further.alias = first_of.entity and further.entity <> first_of.alias
