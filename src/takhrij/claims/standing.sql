-- reads:  decisions
-- writes: standing
-- a row:  a decision that stands: not undone, and the last on its subject (a pair of tellings, a link, two outlets, a document's date)
with kept as (
    select decisions.*,
        case when kind in ('same', 'not-same') then 'pair' when kind in ('link-right', 'link-wrong') then 'link' else kind end as subject,
        case when kind = 'date' then '' else "right" end as partner
    from decisions
    where kind <> 'undo' and cast(number as string) not in (select "left" from decisions where kind = 'undo')
),
ranked as (
    select kept.*, row_number() over (partition by subject, "left", partner order by number desc nulls last) as place from kept
)
select number, made, analyst, kind, "left", "right", words, note from ranked where place = 1
