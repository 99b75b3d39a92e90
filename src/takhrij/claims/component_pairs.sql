-- reads:  components, resemblances
-- writes: component_pairs
-- a row:  a decided pair both of whose tellings lie in the component
select one.component, resemblances.pair
from resemblances
join components as one on one.telling = resemblances."left"
join components as other on other.telling = resemblances."right" and other.component = one.component
