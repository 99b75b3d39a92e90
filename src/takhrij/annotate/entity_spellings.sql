-- reads:  namings, entity_aliases
-- writes: entity_spellings
-- a row:  one spelling of an entity, counted over the whole case; and how many documents name the entity in any spelling
with named as (
    select coalesce(entity_aliases.entity, namings.entity) as entity,
        namings.kind, namings.name, namings.spelling, namings.how, namings.mentions, namings.document
    from namings left join entity_aliases on entity_aliases.alias = namings.entity
),
whole as (
    select entity, count(distinct document) as entity_documents from named group by entity
)
select named.entity, named.kind, named.name, named.spelling, named.how,
    sum(named.mentions) as mentions,
    count(distinct named.document) as documents,
    whole.entity_documents
from named join whole on whole.entity = named.entity
group by named.entity, named.kind, named.name, named.spelling, named.how, whole.entity_documents
