-- Collecting through providers: their keys, what may be spent on them, what was spent, and the runs under way.

alter table visit drop constraint visit_outcome_check;
alter table visit add constraint visit_outcome_check
  check (outcome in ('STORED', 'UNCHANGED', 'BLOCKED', 'SOFT_404', 'LOGIN', 'EMPTY', 'REDIRECTED_AWAY',
                     'ROBOTS_DISALLOWED', 'CREDIT_OUT', 'ERROR'));

create table provider_key (
  workspace_id      uuid not null,
  provider          text not null check (provider in ('APIFY', 'SEARCHAPI')),
  sealed_by         text not null,
  sealed            bytea not null,
  account           text,
  state             text not null check (state in ('VERIFIED', 'REFUSED')),
  remaining_credits bigint,
  checked_at        timestamptz not null,
  set_at            timestamptz not null,
  primary key (workspace_id, provider)
);
alter table provider_key enable row level security;
create policy provider_key_workspace on provider_key
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
comment on column provider_key.sealed is 'nonce and AES-256-GCM ciphertext; sealed_by names the key of the configuration it needs';

create table provider_budget (
  workspace_id  uuid not null,
  provider      text not null check (provider in ('APIFY', 'SEARCHAPI')),
  month_micros  bigint not null check (month_micros >= 0),
  source_micros bigint not null check (source_micros >= 0),
  sources       jsonb not null default '{}'::jsonb,
  updated_at    timestamptz not null,
  primary key (workspace_id, provider)
);
alter table provider_budget enable row level security;
create policy provider_budget_workspace on provider_budget
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
comment on table provider_budget is 'most micro-USD per calendar month (UTC): of the provider, of one source, of named sources';

-- The row a reservation locks. The whole provider is the source with the id of zeros.
create table provider_spend (
  workspace_id    uuid not null,
  provider        text not null check (provider in ('APIFY', 'SEARCHAPI')),
  source_id       uuid not null,
  month           date not null check (extract(day from month) = 1),
  reserved_micros bigint not null default 0 check (reserved_micros >= 0),
  spent_micros    bigint not null default 0 check (spent_micros >= 0),
  primary key (workspace_id, provider, month, source_id)
);
alter table provider_spend enable row level security;
create policy provider_spend_workspace on provider_spend
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

create table provider_usage (
  id              uuid primary key,
  workspace_id    uuid not null,
  provider        text not null check (provider in ('APIFY', 'SEARCHAPI')),
  source_id       uuid,
  job_id          bigint,
  slot            timestamptz,
  part            integer,
  call            text not null,
  state           text not null check (state in ('OPEN', 'ANSWERED', 'NO_ANSWER', 'NOT_SENT')),
  http_status     integer check (http_status between 100 and 599),
  credits         integer not null default 0 check (credits >= 0),
  reserved_micros bigint not null default 0 check (reserved_micros >= 0),
  cost_micros     bigint not null default 0 check (cost_micros >= 0),
  duration_ms     integer not null default 0 check (duration_ms >= 0),
  note            text,
  answer_sha256   text,
  month           date not null,
  started_at      timestamptz not null,
  finished_at     timestamptz
);
create index provider_usage_by_time on provider_usage (workspace_id, started_at desc, id desc);
create index provider_usage_by_part on provider_usage (source_id, slot, part) where part is not null;
create index provider_usage_open on provider_usage (started_at) where state = 'OPEN';
alter table provider_usage enable row level security;
create policy provider_usage_workspace on provider_usage
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke delete on provider_usage from ciq_crawl;
comment on table provider_usage is 'one row per call to a provider, written before a call that costs money and settled exactly after it';

create table apify_run (
  workspace_id uuid not null,
  source_id    uuid not null,
  slot         timestamptz not null,
  job_id       bigint not null,
  usage_id     uuid not null references provider_usage (id),
  actor        text not null,
  input_sha256 text not null,
  state        text not null check (state in ('INTENT', 'RUNNING', 'ENDED', 'SETTLED', 'ABANDONED')),
  run_id       text unique,
  dataset_id   text,
  status       text,
  message      text,
  ended_at     timestamptz,
  hook_sha256  text unique,
  dispatch_id  text,
  intended_at  timestamptz not null,
  updated_at   timestamptz not null,
  primary key (workspace_id, source_id, slot)
);
create index apify_run_open on apify_run (updated_at) where state in ('INTENT', 'RUNNING', 'ENDED');
alter table apify_run enable row level security;
create policy apify_run_workspace on apify_run
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
comment on table apify_run is 'the run of a visit, noted before it is asked for, so that a visit that is resumed finds it instead of paying for another';

-- Both look over all workspaces, which no policy allows, and tell ids only.

-- Runs whose job is over without having settled them: cancelled, or dead.
create function abandoned_run(quiet interval)
  returns table (workspace_id uuid, source_id uuid, slot timestamptz)
  language sql stable security definer set search_path = crawl, pg_temp
as $$
  select r.workspace_id, r.source_id, r.slot from crawl.apify_run r
   where r.state in ('INTENT', 'RUNNING', 'ENDED') and r.updated_at < now() - quiet
     and not exists (select from jobs.job j where j.id = r.job_id and j.state in (0, 1))
   order by r.updated_at limit 100
$$;

-- The same for calls that were never settled and belong to no run.
create function abandoned_call(quiet interval)
  returns table (workspace_id uuid, usage_id uuid)
  language sql stable security definer set search_path = crawl, pg_temp
as $$
  select u.workspace_id, u.id from crawl.provider_usage u
   where u.state = 'OPEN' and u.started_at < now() - quiet
     and not exists (select from crawl.apify_run r where r.usage_id = u.id)
     and not exists (select from jobs.job j where j.id = u.job_id and j.state in (0, 1))
   order by u.started_at limit 100
$$;

-- Whose run a webhook speaks of.
create function hinted_run(hook text)
  returns table (workspace_id uuid, source_id uuid, slot timestamptz)
  language sql stable security definer set search_path = crawl, pg_temp
as $$
  select r.workspace_id, r.source_id, r.slot from crawl.apify_run r where r.hook_sha256 = hook
$$;
