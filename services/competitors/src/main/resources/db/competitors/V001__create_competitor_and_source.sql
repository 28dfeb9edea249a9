-- Who we watch (competitor), where and when (source), and what a look around found (discovery).

create table competitor (
  id           uuid primary key,
  workspace_id uuid not null,
  name         text not null check (length(name) between 1 and 200),
  domain       text not null,
  url          text not null,
  description  text,
  logo_url     text,
  tags         text[] not null default '{}',
  archived_at  timestamptz,
  version      bigint not null default 0,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now()
);
-- One competitor per domain; an archived one does not stand in the way of a new start.
create unique index competitor_domain on competitor (workspace_id, domain) where archived_at is null;
create index competitor_list on competitor (workspace_id, created_at desc, id desc)
  where archived_at is null;

create table source (
  id            uuid primary key,
  workspace_id  uuid not null,
  competitor_id uuid not null references competitor (id),
  kind          text not null check (kind in ('HOME', 'PRICING', 'FEATURES', 'CHANGELOG', 'BLOG', 'NEWS',
                  'CAREERS', 'ABOUT', 'DOCS', 'OTHER')),
  collector     text not null check (collector in ('BUILTIN', 'FEED', 'APIFY', 'SEARCHAPI')),
  url           text not null,
  title         text not null,
  interval_ms   bigint check (interval_ms > 0),
  cron          text,
  zone          text not null,
  jitter_ms     bigint not null check (jitter_ms >= 0),
  paused        boolean not null default false,
  next_visit_at timestamptz not null,
  last_visit_at timestamptz,
  archived_at   timestamptz,
  version       bigint not null default 0,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  check ((interval_ms is null) <> (cron is null))
);
create unique index source_url on source (competitor_id, url) where archived_at is null;
create index source_list on source (workspace_id, created_at desc, id desc) where archived_at is null;
create index source_due on source (next_visit_at) where archived_at is null and not paused;

create table discovery (
  id           uuid primary key,
  workspace_id uuid not null,
  url          text not null,
  state        text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
  stage        text not null,
  findings     jsonb not null,
  error        text,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now()
);

alter table competitor enable row level security;
alter table source enable row level security;
alter table discovery enable row level security;

create policy competitor_workspace on competitor
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
create policy source_workspace on source
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
create policy discovery_workspace on discovery
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

-- The scheduler looks over all workspaces, which no policy allows: this function runs as the owner of
-- the tables and tells nothing but which source of which workspace is due.
create function due_source(most integer, moment timestamptz)
  returns table (source_id uuid, source_workspace_id uuid)
  language sql stable security definer
  set search_path = competitors, pg_temp
as $$
  select s.id, s.workspace_id
    from source s
   where s.archived_at is null and not s.paused and s.next_visit_at <= moment
   order by s.next_visit_at, s.id
   limit most
$$;
