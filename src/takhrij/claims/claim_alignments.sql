-- reads:  claim_documents, alignments
-- writes: claim_alignments
-- a row:  an alignment of two documents that both tell the claim
select one.claim, alignments.alignment
from alignments
join claim_documents as one on one.document = alignments."left"
join claim_documents as other on other.document = alignments."right" and other.claim = one.claim
