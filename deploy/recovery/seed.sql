-- Data for the drill, as the services would have written it: documents :first to :last, ten facts each, with snapshots, bodies,
-- evidence, signals, jobs and the audit trail.
set client_min_messages = warning;
select setseed(0.5);

-- A zstd frame whose one block is stored as it is.
create function pg_temp.zstd(body bytea) returns bytea language sql immutable as $$
  select '\x28b52ffd60'::bytea
    || set_byte(set_byte('\x0000', 0, (length(body) - 256) & 255), 1, (length(body) - 256) >> 8)
    || set_byte(set_byte(set_byte('\x000000', 0, (length(body) << 3 | 1) & 255), 1, (length(body) >> 5) & 255), 2, length(body) >> 13)
    || body
$$;
create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable as $$ select md5(kind || n)::uuid $$;

insert into gateway.account (id, email, name, password_hash)
  select pg_temp.id('account', n), 'person' || n || '@drill.example', 'Person ' || n, '$argon2id$v=19$drill'
  from generate_series(0, 2) n on conflict do nothing;
insert into gateway.workspace (id, name) select pg_temp.id('workspace', n), 'Workspace ' || n from generate_series(0, 2) n
  on conflict do nothing;
insert into gateway.member (id, workspace_id, account_id, role)
  select pg_temp.id('member', n), pg_temp.id('workspace', n), pg_temp.id('account', n), 'OWNER' from generate_series(0, 2) n
  on conflict do nothing;
insert into competitors.competitor (id, workspace_id, name, domain, url)
  select pg_temp.id('competitor', n), pg_temp.id('workspace', n % 3), 'Company ' || n, n || '.example', 'https://' || n || '.example/'
  from generate_series(0, 29) n on conflict do nothing;
insert into competitors.source (id, workspace_id, competitor_id, kind, collector, url, title, interval_ms, zone, jitter_ms, next_visit_at)
  select pg_temp.id('source', n), pg_temp.id('workspace', n % 3), pg_temp.id('competitor', n % 30), 'PRICING', 'BUILTIN',
    'https://' || n % 30 || '.example/' || n, 'Prices', 86400000, 'UTC', 0, now()
  from generate_series(0, 299) n on conflict do nothing;

create temp table page as
  select d, pg_temp.id('workspace', d % 3) as workspace_id, pg_temp.id('source', d % 300) as source_id,
    pg_temp.id('competitor', d % 30) as competitor_id, now() - (1000000 - d) * interval '1 second' as at, l.lines, l.body
  from generate_series(:first, :last) d
  cross join lateral (
    select array_agg(line order by k) as lines, string_agg(line, E'\n' order by k) as body
    from (select k, format('Plan %s of page %s costs %s € a month, with %s', k, d, (random() * 900)::int + 9,
        md5(random()::text) || ' ' || md5(random()::text)) as line
      from generate_series(1, 10) k) x) l;

insert into blobs.blob (sha256, body, raw_bytes)
  select encode(sha256(convert_to(body, 'UTF8')), 'hex'), pg_temp.zstd(convert_to(body, 'UTF8')), octet_length(body) from page
  on conflict do nothing;
insert into crawl.snapshot (id, workspace_id, source_id, competitor_id, collector, url, final_url, http_status, content_type, charset,
    body_sha256, bytes, fetched_at)
  select pg_temp.id('snapshot', d), workspace_id, source_id, competitor_id, 'BUILTIN', 'https://x.example/', 'https://x.example/', 200,
    'text/plain', 'UTF-8', encode(sha256(convert_to(body, 'UTF8')), 'hex'), octet_length(body), at from page;
insert into crawl.visit (id, workspace_id, source_id, competitor_id, job_id, attempt, url, outcome, http_status, snapshot_id, reason,
    bytes, duration_ms, started_at, finished_at)
  select pg_temp.id('visit', d), workspace_id, source_id, competitor_id, d, 1, 'https://x.example/', 'STORED', 200,
    pg_temp.id('snapshot', d), 'stored', octet_length(body), 120, at, at from page;
insert into process.document (id, workspace_id, competitor_id, source_id, snapshot_id, url, source_kind, state, title, page_class,
    fetched_at, extractor_version, body, content, body_sha256)
  select pg_temp.id('document', d), workspace_id, competitor_id, source_id, pg_temp.id('snapshot', d), 'https://x.example/', 'PRICING',
    'PROCESSED', 'Prices', 'PRICING', at, 1, body, '{"blocks": []}', encode(sha256(convert_to(body, 'UTF8')), 'hex') from page;

create temp table line as
  select p.*, k, lines[k] as quote, char_length(array_to_string(lines[1:k - 1], E'\n')) + (k > 1)::int as start
  from page p, generate_series(1, 10) k;
insert into process.fact (id, workspace_id, competitor_id, source_id, document_id, kind, fact_key, subject, field, value_text,
    amount_minor, currency, period, method, status, confidence, valid_from, observed_at, last_seen, evidence, lineage_id)
  select pg_temp.id('fact', d * 10 + k), workspace_id, competitor_id, source_id, pg_temp.id('document', d), 'PRICE', d || '/' || k,
    'Plan ' || k, 'price', k || '.00', k * 100, 'EUR', 'MONTH', 'RULE', 'ACCEPTED', 0.9, at, at, at,
    jsonb_build_object('items', jsonb_build_array(jsonb_build_object('id', pg_temp.id('evidence', d * 10 + k), 'side', 'AFTER',
      'snapshotId', pg_temp.id('snapshot', d), 'documentId', pg_temp.id('document', d), 'blockId', 'b' || k, 'quote', quote,
      'start', start, 'end', start + char_length(quote), 'verified', true, 'url', 'https://x.example/', 'fetchedAt', at))),
    pg_temp.id('fact', d * 10 + k) from line;
insert into analysis.signal (id, workspace_id, competitor_id, source_id, change_id, document_id, url, source_kind, page_title, category,
    headline, summary, significance, severity, confidence, content, occurred_at, detected_at)
  select pg_temp.id('signal', d), workspace_id, competitor_id, source_id, pg_temp.id('change', d), pg_temp.id('document', d),
    'https://x.example/', 'PRICING', 'Prices', 'PRICING', 'Price of plan 1', quote, 60, 'HIGH', 0.9, '{}', at, at from line where k = 1;
insert into analysis.evidence (id, workspace_id, signal_id, ordinal, evidence_id, side, snapshot_id, document_id, block_id, quote,
    start_offset, end_offset, verified, url, fetched_at)
  select pg_temp.id('shown', d), workspace_id, pg_temp.id('signal', d), 0, pg_temp.id('evidence', d * 10 + 1), 'AFTER',
    pg_temp.id('snapshot', d), pg_temp.id('document', d), 'b1', quote, start, start + char_length(quote), true, 'https://x.example/', at
  from line where k = 1;
insert into jobs.job (queue, kind, workspace_id, payload, state, run_at, lease, lease_until, started_at)
  select 'crawl-jobs', 'visit', workspace_id, jsonb_build_object('source', source_id), case when d % 50 = 0 then 1 else 0 end, now(),
    case when d % 50 = 0 then gen_random_uuid() end, case when d % 50 = 0 then now() + interval '30 seconds' end,
    case when d % 50 = 0 then now() end
  from page where d % 5 = 0;
insert into gateway.audit_entry (id, workspace_id, account_id, action, address, trace_id, created_at)
  select pg_temp.id('audit', d), workspace_id, pg_temp.id('account', d % 3), 'SIGN_IN', '127.0.0.1', 'drill', at
  from page where d % 10 = 0 order by d;
