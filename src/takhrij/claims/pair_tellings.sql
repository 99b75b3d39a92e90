-- reads:  telling_pairs, tellings
-- writes: pair_tellings
-- a row:  one of the two tellings of a pair, with its document
select telling_pairs.pair, tellings.telling, tellings.document
from telling_pairs join tellings on tellings.telling = telling_pairs."left"
union all
select telling_pairs.pair, tellings.telling, tellings.document
from telling_pairs join tellings on tellings.telling = telling_pairs."right"
