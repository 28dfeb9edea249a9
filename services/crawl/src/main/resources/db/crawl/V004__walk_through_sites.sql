-- A list of a site's pages is a snapshot like any other; how far an unfinished walk got is kept between its jobs.

alter table snapshot drop constraint snapshot_collector_check;
alter table snapshot add constraint snapshot_collector_check
  check (collector in ('BUILTIN', 'FEED', 'SITE', 'APIFY', 'SEARCHAPI'));

create table site_walk (
  source_id    uuid primary key,
  workspace_id uuid not null,
  slot         timestamptz not null,
  pages        jsonb not null,
  updated_at   timestamptz not null default now()
);
comment on table site_walk is 'the last walk of a source: the pages it knows and how far it got';

alter table site_walk enable row level security;
create policy site_walk_workspace on site_walk
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
