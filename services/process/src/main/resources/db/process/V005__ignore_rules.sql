-- What it takes to read a snapshot again. Unknown for documents older than this migration.
alter table document add column collector text;
alter table document add column content_type text;
alter table document add column charset text;
alter table document add column body_sha256 text;

-- Texts, patterns and parts of pages that people declared to be no news.
create table ignore_rule (
  id           uuid primary key,
  workspace_id uuid not null,
  level        text not null check (level in ('WORKSPACE', 'TAG', 'SOURCE')),
  tag          text,
  source_id    uuid,
  kind         text not null check (kind in ('TEXT', 'REGEX', 'SELECTOR')),
  pattern      text not null check (length(pattern) between 1 and 300),
  created_by   uuid not null,
  created_at   timestamptz not null default now(),
  removed_at   timestamptz, -- a rule that is taken away can be brought back
  check ((level = 'TAG') = (tag is not null)),
  check ((level = 'SOURCE') = (source_id is not null))
);
create unique index ignore_rule_once on ignore_rule
  (workspace_id, level, coalesce(tag, ''), coalesce(source_id, '00000000-0000-0000-0000-000000000000'), kind, pattern)
  where removed_at is null;

-- Whether the rules of a tag or a source stand beside those above them or instead of them. No row: beside.
create table ignore_mode (
  workspace_id uuid not null,
  level        text not null check (level in ('TAG', 'SOURCE')),
  target       text not null, -- the tag or the id of the source
  mode         text not null check (mode in ('APPEND', 'REPLACE')),
  primary key (workspace_id, level, target)
);

-- The tags of a source's competitor, as its latest snapshot named them.
create table source_tags (
  source_id    uuid primary key,
  workspace_id uuid not null,
  tags         text[] not null
);

alter table ignore_rule enable row level security;
create policy ignore_rule_workspace on ignore_rule
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
alter table ignore_mode enable row level security;
create policy ignore_mode_workspace on ignore_mode
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
alter table source_tags enable row level security;
create policy source_tags_workspace on source_tags
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke delete on ignore_rule from ciq_process;

-- How far each member has looked at each source.
create table seen_mark (
  workspace_id uuid not null,
  member_id    uuid not null,
  source_id    uuid not null,
  document_id  uuid not null references document (id),
  seen_at      timestamptz not null,
  primary key (workspace_id, member_id, source_id)
);
alter table seen_mark enable row level security;
create policy seen_mark_workspace on seen_mark
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
