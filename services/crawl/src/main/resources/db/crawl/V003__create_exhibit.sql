-- The evidence of a snapshot, piece by piece: what the server sent, what a browser made of it, how it looked.

create table exhibit (
  snapshot_id  uuid not null references snapshot (id),
  workspace_id uuid not null,
  kind         text not null check (kind in ('RAW', 'RENDERED', 'SCREENSHOT')),
  content_type text not null,
  sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes        integer not null check (bytes >= 0),
  created_at   timestamptz not null default now(),
  primary key (snapshot_id, kind)
);

alter table exhibit enable row level security;
create policy exhibit_workspace on exhibit
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

-- Until now a snapshot's body was what the server sent.
insert into exhibit (snapshot_id, workspace_id, kind, content_type, sha256, bytes, created_at)
select id, workspace_id, 'RAW', content_type || ';charset=' || charset, body_sha256, bytes, created_at
  from snapshot;

revoke update, delete on exhibit from ciq_crawl;
comment on table exhibit is 'append-only: the pieces of evidence of a snapshot; their bodies lie in blobs.blob';
comment on column exhibit.kind is 'RAW as the server sent it, RENDERED as its scripts left it in a browser (then the snapshot''s body), SCREENSHOT';
