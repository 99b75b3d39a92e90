-- reads:  encounters
-- writes: encounter_documents
-- a row:  one of the two documents of an encounter
select pair, "left" as document from encounters
union all
select pair, "right" as document from encounters
