-- What the web answered: a snapshot for every body worth keeping, a visit for every attempt.

create table snapshot (
  id                   uuid primary key,
  workspace_id         uuid not null,
  source_id            uuid not null,
  competitor_id        uuid not null,
  previous_snapshot_id uuid references snapshot (id),
  collector            text not null check (collector in ('BUILTIN', 'FEED', 'APIFY', 'SEARCHAPI')),
  url                  text not null,
  final_url            text not null,
  http_status          integer not null check (http_status between 100 and 599),
  content_type         text not null,
  charset              text not null,
  headers              jsonb not null default '{}'::jsonb,
  body_sha256          text not null check (body_sha256 ~ '^[0-9a-f]{64}$'),
  bytes                integer not null check (bytes >= 0),
  fetched_at           timestamptz not null,
  created_at           timestamptz not null default now()
);
create index snapshot_by_source on snapshot (source_id, fetched_at desc, id desc);

alter table snapshot enable row level security;
create policy snapshot_workspace on snapshot
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

-- Evidence is read from snapshots: nobody may rewrite one.
revoke update, delete on snapshot from ciq_crawl;
comment on table snapshot is 'append-only: what a page said at a time; its body lies in blobs.blob';
comment on column snapshot.headers is 'response headers that explain the body; cookies are never kept';

create table visit (
  id            uuid primary key,
  workspace_id  uuid not null,
  source_id     uuid not null,
  competitor_id uuid not null,
  job_id        bigint not null,
  attempt       integer not null,
  url           text not null,
  outcome       text not null check (outcome in ('STORED', 'UNCHANGED', 'BLOCKED', 'SOFT_404', 'LOGIN',
                                                 'EMPTY', 'REDIRECTED_AWAY', 'ROBOTS_DISALLOWED', 'ERROR')),
  http_status   integer check (http_status between 100 and 599),
  snapshot_id   uuid references snapshot (id),
  reason        text not null,
  fix           text,
  bytes         integer not null check (bytes >= 0),
  duration_ms   integer not null check (duration_ms >= 0),
  started_at    timestamptz not null,
  finished_at   timestamptz not null,
  created_at    timestamptz not null default now(),
  check ((outcome = 'STORED') = (snapshot_id is not null))
);
create index visit_by_workspace on visit (workspace_id, finished_at desc, id desc);
create index visit_by_source on visit (source_id, finished_at desc, id desc);
create index visit_by_competitor on visit (competitor_id, finished_at desc, id desc);

alter table visit enable row level security;
create policy visit_workspace on visit
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

revoke update on visit from ciq_crawl;
comment on table visit is 'every attempt to collect a source, with its reason in words and what to do about it';
