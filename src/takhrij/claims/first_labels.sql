-- reads:  tellings
-- writes: components
-- a row:  a telling that is a component of its own: where label spreading begins
select telling, telling as component from tellings
