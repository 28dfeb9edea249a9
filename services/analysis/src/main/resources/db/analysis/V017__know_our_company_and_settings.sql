-- What a workspace says of its own company, its model's master switch, who changed which setting; and, for the
-- whole installation, until when a provider of models is left alone.

-- Read by assessments. One row per workspace; earlier versions are in setting_change.
create table company_profile (
  workspace_id uuid primary key,
  version      bigint not null check (version > 0), -- part of the name under which answers are kept
  content      jsonb not null,
  updated_by   uuid not null,
  updated_at   timestamptz not null
);
alter table company_profile enable row level security;
create policy company_profile_workspace on company_profile
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke delete on company_profile from ciq_analysis;

-- Without a row models may be asked.
create table model_switch (
  workspace_id uuid primary key,
  enabled      boolean not null,
  updated_by   uuid not null,
  updated_at   timestamptz not null
);
alter table model_switch enable row level security;
create policy model_switch_workspace on model_switch
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke delete on model_switch from ciq_analysis;

-- Who changed what, written in the transaction of the change. Immutable; never a secret.
create table setting_change (
  id           uuid primary key,
  workspace_id uuid not null,
  member_id    uuid not null,
  action       text not null check (action ~ '^[A-Z_]+$'),
  subject      text not null,
  state_before jsonb,
  state_after  jsonb,
  trace_id     text not null,
  created_at   timestamptz not null
);
create index setting_change_newest on setting_change (workspace_id, created_at desc, id desc);
alter table setting_change enable row level security;
create policy setting_change_workspace on setting_change
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update, delete on setting_change from ciq_analysis;

-- What a request with an Idempotency-Key has made, so that its repeats make nothing.
create table request_outcome (
  workspace_id uuid not null,
  member_id    uuid not null,
  key          text not null check (length(key) between 1 and 200),
  request_hash bytea not null, -- of its address and body: another request under the same key is refused
  made         uuid,           -- null only inside the transaction that makes it
  created_at   timestamptz not null default now(),
  primary key (workspace_id, member_id, key)
);
create index request_outcome_oldest on request_outcome (workspace_id, created_at);
alter table request_outcome enable row level security;
create policy request_outcome_workspace on request_outcome
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update on request_outcome from ciq_analysis;
grant update (made) on request_outcome to ciq_analysis;

-- Until when a provider is not asked, by any process. Of the installation: it knows no workspace.
create table model_rest (
  provider text primary key, -- address and model
  until_at timestamptz not null,
  reason   text not null
);
revoke delete on model_rest from ciq_analysis;
