-- One source per page; none is due while it is measured.
insert into competitors.source (id, workspace_id, competitor_id, kind, collector, url, title, interval_ms, zone, jitter_ms,
  next_visit_at, last_visit_at, created_at)
select source_id, workspace_id, competitor_id,
  (array['PRICING','FEATURES','BLOG','NEWS','CAREERS','DOCS','CHANGELOG','OTHER'])[1 + row_number() over () % 8], 'BUILTIN', min(url), min(title),
  86400000, 'UTC', 0, now() + interval '30 days', now(), now() - row_number() over () * interval '1 minute'
from process.document group by source_id, workspace_id, competitor_id;

insert into process.change (id, workspace_id, competitor_id, source_id, url, source_kind, page_title, basis, status, reason,
  from_document_id, from_snapshot_id, to_document_id, to_snapshot_id, occurred_at, detected_at, confirmed_at, content)
select gen_random_uuid(), workspace_id, competitor_id, source_id, url, source_kind, title, 'TEXTS', 'CONFIRMED', 'seen twice',
  before_id, before_snapshot, id, snapshot_id, fetched_at, fetched_at, fetched_at, '{"facts":[],"texts":[],"hunks":[]}'::jsonb
from (select d.*, lag(id) over visits as before_id, lag(snapshot_id) over visits as before_snapshot from process.document d
  window visits as (partition by source_id order by fetched_at, id)) d
where before_id is not null;

insert into crawl.snapshot (id, workspace_id, source_id, competitor_id, previous_snapshot_id, collector, url, final_url, http_status,
  content_type, charset, body_sha256, bytes, fetched_at)
select snapshot_id, workspace_id, source_id, competitor_id, lag(snapshot_id) over (partition by source_id order by fetched_at, id),
  'BUILTIN', url, url, 200, 'text/html', 'UTF-8', encode(sha256(id::text::bytea), 'hex'), 2000, fetched_at
from process.document order by source_id, fetched_at, id;

-- A visit of every document and four that found it unchanged.
insert into crawl.visit (id, workspace_id, source_id, competitor_id, job_id, attempt, url, outcome, reason, bytes, duration_ms,
  started_at, finished_at)
select gen_random_uuid(), workspace_id, source_id, competitor_id, 1, 1, url, 'UNCHANGED', 'not modified', 0, 200,
  fetched_at + n * interval '1 hour' - interval '1 second', fetched_at + n * interval '1 hour'
from process.document, generate_series(0, 4) n where n < 1 or fetched_at > now() - interval '300 hours';

-- Every signal has a story, most share it with another, and none was assessed: no model is set up.
insert into analysis.story (id, workspace_id, lead_signal_id, signals, sources, significance, first_seen_at, last_seen_at)
select gen_random_uuid(), workspace_id, (array_agg(id order by significance desc))[1], count(*), count(*), max(significance), min(detected_at), max(detected_at)
from (select *, row_number() over (partition by competitor_id order by detected_at) / 2 as pair from analysis.signal) s
group by workspace_id, competitor_id, pair;
update analysis.signal s set story_id = t.id
from analysis.story t join analysis.signal l on l.id = t.lead_signal_id
where s.competitor_id = l.competitor_id and s.detected_at between t.first_seen_at and t.last_seen_at;
insert into analysis.assessment (id, workspace_id, signal_id, state, reason, prompt_version, finished_at)
select gen_random_uuid(), workspace_id, id, 'SKIPPED', 'No language model is set up.', 1, now() from analysis.signal;

-- Half of the signals were dealt with.
update analysis.signal set triage = 'DONE' where significance % 2 = 0;

vacuum analyze competitors.competitor;
vacuum analyze competitors.source;
vacuum analyze process.change;
vacuum analyze crawl.visit;
vacuum analyze crawl.snapshot;
vacuum analyze analysis.story;
vacuum analyze analysis.assessment;
vacuum analyze analysis.signal;

create extension if not exists pg_stat_statements schema public;
