-- reads:  claim_tellings, resemblances
-- writes: claim_pairs
-- a row:  a decided pair both of whose tellings tell the claim
select one.claim, resemblances.pair
from resemblances
join claim_tellings as one on one.telling = resemblances."left"
join claim_tellings as other on other.telling = resemblances."right" and other.claim = one.claim
