-- reads:  candidates
-- writes: pair_documents
-- a row:  one of the two documents of a candidate pair, once where both are one
select pair, "left", "left" as document from candidates
union all
select pair, "left", "right" as document from candidates
where "left" <> "right"
