-- reads:  facts, tellings
-- writes: tolls
-- a row:  a telling that gives a toll («17 قتيلا», «مقتل 9»), of which fate, and whether its document begins with one
-- It may be the same toll in another such document. Of each document and fate the first 4 are enough. The fates stand in tolls.py too.
with told as (
    select distinct telling, role from facts where slot = 'number' and role in ('قتيل', 'جريح', 'مفقود', 'معتقل', 'مخطوف')
),
placed as (
    select told.role, tellings.telling, tellings.document,
        min(case when tellings.field = 'title' then 0 else tellings.start end) over (partition by tellings.document) as first,
        row_number() over (partition by tellings.document, told.role order by tellings.start nulls last, told.telling nulls last) as place
    from told join tellings on tellings.telling = told.telling
)
select telling, document, role, first < 300 as begins from placed where place <= 4
