-- A snapshot may be read again by a newer extractor: one document for each.
alter table document drop constraint document_source_id_snapshot_id_key;
alter table document add constraint document_once unique (source_id, snapshot_id, extractor_version);

-- Readings of stored snapshots by today's extractor, and what they changed in the facts.
create table reprocessing (
  id                uuid primary key,
  workspace_id      uuid not null,
  dry_run           boolean not null,
  extractor_version integer not null,
  sources           integer not null, -- how many are to be read
  created_by        uuid not null,
  created_at        timestamptz not null default now()
);
create table reprocessed_source (
  run_id        uuid not null references reprocessing (id),
  source_id     uuid not null,
  workspace_id  uuid not null,
  state         text not null check (state in ('APPLIED', 'COMPARED', 'UNCHANGED', 'BODY_GONE', 'UNREADABLE', 'MOVED_ON')),
  old_extractor integer not null,
  added         integer not null,
  removed       integer not null,
  changed       integer not null,
  samples       jsonb not null, -- {items}
  finished_at   timestamptz not null,
  primary key (run_id, source_id)
);
alter table reprocessing enable row level security;
create policy reprocessing_workspace on reprocessing
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
alter table reprocessed_source enable row level security;
create policy reprocessed_source_workspace on reprocessed_source
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
