-- reads:  outlet_days
-- writes: credited_articles
-- a row:  how many articles of an outlet that a document credits lie here from the same day and the three days before it
with published as (
    select outlet, day, count(*) as articles from outlet_days where own group by outlet, day
)
select credits.document, credits.outlet, cast(sum(published.articles) as bigint) as articles
from outlet_days as credits
join published on published.outlet = credits.outlet and published.day between credits.day - 3 and credits.day
where not credits.own
group by credits.document, credits.outlet
