create table note (
  id uuid primary key,
  workspace_id uuid not null,
  body text not null
);
alter table note enable row level security;
create policy note_workspace on note
  using (workspace_id = cast(nullif(current_setting('ciq.workspace', true), '') as uuid))
  with check (workspace_id = cast(nullif(current_setting('ciq.workspace', true), '') as uuid));
