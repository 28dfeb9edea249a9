-- Offers a language model read where our rules read none.
alter table fact drop constraint fact_method_check;
alter table fact add constraint fact_method_check check (method in ('JSONLD', 'DATA', 'RULE', 'FEED', 'MODEL'));

create table assisted_reading (
  source_id      uuid not null,
  text_sha256    text not null check (text_sha256 ~ '^[0-9a-f]{64}$'), -- of the document's text
  workspace_id   uuid not null,
  document_id    uuid not null references document (id), -- the first version with this text
  state          text not null check (state in ('ASKED', 'READ')),
  model          text,
  prompt_version integer check (prompt_version > 0),
  offers         jsonb not null default '{"items": []}', -- as the model read them, checked or not
  kept           integer not null default 0 check (kept >= 0),
  dropped        integer not null default 0 check (dropped >= 0), -- offers whose quote or amount does not hold
  asked_at       timestamptz not null,
  read_at        timestamptz,
  primary key (source_id, text_sha256),
  check ((state = 'READ') = (read_at is not null and model is not null and prompt_version is not null))
);
alter table assisted_reading enable row level security;
create policy assisted_reading_workspace on assisted_reading
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
