-- On top of bench/api/before.sql, bench/ask/Corpus.java and bench/api/after.sql: what makes the lists of the pages long.

-- Every signal stands in the inbox by itself, every third one with a price that moved.
update analysis.signal set triage = 'NEW', story_id = null;
delete from analysis.story;
insert into analysis.story (id, workspace_id, lead_signal_id, signals, sources, significance, first_seen_at, last_seen_at)
select id, workspace_id, id, 1, 1, significance, detected_at, detected_at from analysis.signal;
update analysis.signal set story_id = id,
  severity = (array['CRITICAL','HIGH','MEDIUM','LOW'])[1 + significance % 4],
  content = case when significance % 3 > 0 then content else jsonb_build_object('texts', '[]'::jsonb, 'reasons', '[]'::jsonb, 'facts',
    jsonb_build_array(jsonb_build_object('kind', 'MODIFIED', 'factKind', 'PRICE', 'subject', 'Pro', 'field', 'amount', 'evidence', '[]'::jsonb,
      'before', jsonb_build_object('text', '$49', 'amountMinor', 4900, 'currency', 'USD', 'period', 'MONTH'),
      'after', jsonb_build_object('text', '$' || 50 + significance, 'amountMinor', 100 * (50 + significance), 'currency', 'USD', 'period', 'MONTH')))) end;

-- The newest signal tells of a change whose two versions are there.
update analysis.signal s set change_id = c.id, source_id = c.source_id, competitor_id = c.competitor_id, document_id = c.to_document_id
from (select * from process.change order by detected_at desc, id limit 1) c
where s.id = (select id from analysis.signal order by detected_at desc limit 1);

-- 10 000 jobs of one queue: most ended, some dead, none that anybody would start while it is measured.
insert into jobs.job (queue, kind, workspace_id, payload, state, host, run_at, attempt, max_attempts, created_at, started_at, finished_at,
  error, dead_reason)
select 'crawl-jobs', 'crawl.visit', :workspace, '{}'::jsonb, state, 'site' || n % 50 || '.invalid',
  case when state = 0 then now() + interval '30 days' else now() - n * interval '100 milliseconds' end, case when state = 0 then 0 else 1 + n % 3 end, 5,
  now() - n * interval '150 milliseconds', case when state > 0 then now() - n * interval '120 milliseconds' end,
  case when state > 0 then now() - n * interval '100 milliseconds' end,
  case when state = 3 then 'exhausted: site' || n % 50 || '.invalid answered 503 five times' end, case when state = 3 then 'exhausted' end
from (select n, case when n % 20 = 0 then 3 when n % 20 < 6 then 0 else 2 end as state from generate_series(1, 10000) n) j;

-- Two versions of one page of 6 100 lines, each of which says something else in the second: 12 000 lines of difference in hunks of
-- 20 to 1 560 lines, and one heading before each that stays.
insert into competitors.source (id, workspace_id, competitor_id, kind, collector, url, title, interval_ms, zone, jitter_ms, next_visit_at,
  last_visit_at, created_at)
select '00000000-0000-7000-8000-00000000005e', workspace_id, id, 'DOCS', 'BUILTIN', url || 'terms', 'Terms of service', 86400000, 'UTC', 0,
  now() + interval '30 days', now(), now()
from competitors.competitor order by id limit 1;

insert into process.document (id, workspace_id, competitor_id, source_id, snapshot_id, url, source_kind, state, title, language, page_class,
  fetched_at, extractor_version, body, content)
select ('00000000-0000-7000-8000-00000000d0' || lpad(edition::text, 2, '0'))::uuid, s.workspace_id, s.competitor_id, s.id, gen_random_uuid(), s.url,
  'DOCS', 'PROCESSED', s.title, 'en', 'DOCS', now() - (3 - edition) * interval '1 day', 1, body, content
from competitors.source s, lateral (
  select edition, string_agg(text, E'\n' order by n) as body,
    jsonb_build_object('blocks', jsonb_agg(jsonb_build_object('id', substr(md5(path || text), 1, 16), 'path', jsonb_build_array(path), 'kind', kind,
      'text', text, 'start', upto - length(text), 'end', upto, 'region', 'MAIN', 'slot', 's' || n, 'main', true) order by n)) as content
  from (
    select *, sum(length(text) + 1) over (partition by edition order by n) - 1 as upto
    from (
      select edition, n, 'Part ' || part as path, case when first then 'HEADING' else 'PARAGRAPH' end as kind,
        case when first then 'Part ' || part || ' of the terms of service'
          else initcap((array['customers','members','partners','resellers','visitors','developers','administrators'])[1 + n % 7])
            || (array[' may use the ',' must not share the ',' are charged for the ',' are told about the '])[1 + n % 4]
            || (array['audit log','shared inbox','sandbox','live chat','reports','webhooks','mobile apps','directory','exports','archive','roles'])[1 + n % 11]
            || case edition when 1 then ' within the limits of their plan' else ' as far as their contract and our fair use policy allow it' end
            || (array['.',', wherever they are.',', during the term.',', for their own purposes only.',' and not longer than needed.'])[1 + n % 5]
            || ' (' || translate(substr(md5(n::text), 1, 6), '0123456789', 'ghijklmnop') || ')' end as text
      from (
        select edition, n, n % 1000 in (1, 11, 21, 121, 221) as first,
          n / 1000 * 5 + case when n % 1000 >= 221 then 5 when n % 1000 >= 121 then 4 when n % 1000 >= 21 then 3 when n % 1000 >= 11 then 2 when n % 1000 >= 1 then 1 else 0 end as part
        from generate_series(1, 2) edition, generate_series(1, 6100) n) numbered) said) placed
  group by edition) page
where s.id = '00000000-0000-7000-8000-00000000005e';

insert into process.change (id, workspace_id, competitor_id, source_id, url, source_kind, page_title, basis, status, reason,
  from_document_id, from_snapshot_id, to_document_id, to_snapshot_id, occurred_at, detected_at, confirmed_at, content)
select '00000000-0000-7000-8000-0000000000c4', b.workspace_id, b.competitor_id, b.source_id, b.url, b.source_kind, b.title, 'TEXTS', 'CONFIRMED',
  'seen twice', a.id, a.snapshot_id, b.id, b.snapshot_id, b.fetched_at, b.fetched_at, b.fetched_at, '{"facts":[],"texts":[],"hunks":[]}'::jsonb
from process.document a join process.document b on a.source_id = b.source_id and a.fetched_at < b.fetched_at
where a.source_id = '00000000-0000-7000-8000-00000000005e';

vacuum analyze analysis.signal;
vacuum analyze analysis.story;
vacuum analyze jobs.job;
vacuum analyze process.document;
vacuum analyze process.change
