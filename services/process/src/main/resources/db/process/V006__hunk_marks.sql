-- What members said of single differences: news to them or not. The measure of ignore rules.
create table hunk_mark (
  id               uuid primary key,
  workspace_id     uuid not null,
  source_id        uuid not null,
  from_document_id uuid not null references document (id),
  to_document_id   uuid not null references document (id),
  before_blocks    text[] not null,
  after_blocks     text[] not null,
  relevant         boolean not null,
  rule_id          uuid references ignore_rule (id), -- the mark counts while this rule is in force; null: always
  member_id        uuid not null,
  created_at       timestamptz not null default now(),
  unique (source_id, from_document_id, to_document_id, before_blocks, after_blocks, member_id)
);
alter table hunk_mark enable row level security;
create policy hunk_mark_workspace on hunk_mark
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
