-- Every stored claim of every assessment, and whether it opens at an existing quote: each piece of evidence it cites is
-- there with its words, and the words it quotes stand in one of them or in the change that cites it.
--   psql "$DATABASE" -c "select count(*), count(*) filter (where not opens) from ($(grep -v '^--' receipts.sql | tr -d ';')) r"
select a.workspace_id, a.signal_id, c.claim->>'text' as claim,
       jsonb_array_length(c.claim->'evidenceIds') > 0
       and not exists (
         select from jsonb_array_elements_text(c.claim->'evidenceIds') cited (id)
          where not exists (
            select from analysis.evidence e
             where e.workspace_id = a.workspace_id and e.signal_id = a.signal_id
               and e.evidence_id = cited.id::uuid and e.quote <> '' and e.verified))
       and coalesce(nullif(c.claim->>'quoteOld', ''), nullif(c.claim->>'quoteNew', '')) is not null
       and not exists (
         select from (values (c.claim->>'quoteOld', 'BEFORE'), (c.claim->>'quoteNew', 'AFTER')) quoted (words, side)
          where quoted.words is not null and quoted.words !~ '^\s*$'
            and not exists (
              select from (
                select e.quote as words from analysis.evidence e
                 where e.signal_id = a.signal_id and e.side = quoted.side
                union all
                select coalesce(f.change->lower(quoted.side)->>'text', f.change->>lower(quoted.side))
                  from jsonb_array_elements((s.content->'facts') || (s.content->'texts')) f (change)) stored
               where position(
                 lower(trim(regexp_replace(translate(normalize(quoted.words, nfkc), '“”„«»‘’‚`', '"""""' || ''''''''''), '\s+', ' ', 'g')))
                 in lower(trim(regexp_replace(translate(normalize(stored.words, nfkc), '“”„«»‘’‚`', '"""""' || ''''''''''), '\s+', ' ', 'g')))) > 0))
       as opens
  from analysis.assessment a
  join analysis.signal s on s.id = a.signal_id
 cross join lateral jsonb_array_elements(a.result->'claims') c (claim)
 where a.state = 'DONE'
