-- reads:  claim_tellings, tellings
-- writes: claim_documents
-- a row:  a document that tells the claim
select distinct claim_tellings.claim, tellings.document
from claim_tellings join tellings on tellings.telling = claim_tellings.telling
