-- reads:  components, decided_pairs
-- writes: component_pairs
-- a row:  a decided pair both of whose tellings lie in the component
select one.component, decided_pairs.pair
from decided_pairs
join components as one on one.telling = decided_pairs."left"
join components as other on other.telling = decided_pairs."right" and other.component = one.component
