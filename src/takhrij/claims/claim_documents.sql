-- reads:  claim_tellings, tellings, claims
-- writes: claim_documents
-- a row:  a document that tells the claim, and whether another one tells it too
select distinct claim_tellings.claim, tellings.document, claims.documents > 1 as shared
from claim_tellings
join tellings on tellings.telling = claim_tellings.telling
join claims on claims.claim = claim_tellings.claim
