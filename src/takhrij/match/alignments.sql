-- reads:  passages, documents, retellings
-- writes: alignments
-- a row:  a passage that two documents share, of kind formula too where this case shows that it is one, or that is told in other words
--
-- Learned from the case: at most 25 words that one of the two documents shares, in much the same place, with documents of five days or
-- more are a set text (a disclaimer, a line about contacts, an invitation to read on, a name with its titles), since a report is copied
-- within a day or two. Longer ones are copied whatever they say; articles without a date teach nothing, and the word lists remain.
with sides as (
    select alignment, "left" as document, left_start as start, left_end as "end", "right" as partner, matched + edited as words
    from passages where "left" <> "right"
    union all
    select alignment, "right" as document, right_start as start, right_end as "end", "left" as partner, matched + edited as words
    from passages where "left" <> "right"
),
days as (
    select document, substr(date, 1, 10) as day from documents where date is not null
),
spread as (
    select one.alignment, one.document
    from sides as one
    join sides as other on other.document = one.document and other.words <= 25
        and other.start < one.start + (one."end" - one.start) * 0.4 and other."end" > one."end" - (one."end" - one.start) * 0.4
    join days on days.document = other.partner
    where one.words <= 25
    group by one.alignment, one.document having count(distinct days.day) >= 5
),
learned as (
    select distinct alignment from spread
)
select passages.alignment, pair, "left", left_start, left_end, "right", right_start, right_end, matched, edited, score,
       case when learned.alignment is null then kind else 'formula' end as kind, left_share, right_share, made_by
from passages left join learned on learned.alignment = passages.alignment
union all
select alignment, pair, "left", left_start, left_end, "right", right_start, right_end, matched, edited, score,
       kind, left_share, right_share, made_by
from retellings
