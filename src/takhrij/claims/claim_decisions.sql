-- reads:  standing, claims, claim_tellings, claim_documents
-- writes: claim_decisions
-- a row:  a claim and a decision that concerns it: about one of its tellings or documents, or about outlets (which concerns every shared claim)
select claim_tellings.claim, standing.number
from standing join claim_tellings on claim_tellings.telling = standing."left"
where standing.kind in ('same', 'not-same', 'link-right', 'link-wrong')
union
select claim_tellings.claim, standing.number
from standing join claim_tellings on claim_tellings.telling = standing."right"
where standing.kind in ('same', 'not-same')
union
select claim_documents.claim, standing.number
from standing join claim_documents on claim_documents.document = standing."left"
where standing.kind = 'date'
union
select claims.claim, standing.number
from standing cross join claims
where standing.kind = 'family' and claims.documents > 1
