-- reads:  claim_tellings, decided_pairs
-- writes: claim_pairs
-- a row:  a decided pair both of whose tellings tell the claim
select one.claim, decided_pairs.pair
from decided_pairs
join claim_tellings as one on one.telling = decided_pairs."left"
join claim_tellings as other on other.telling = decided_pairs."right" and other.claim = one.claim
