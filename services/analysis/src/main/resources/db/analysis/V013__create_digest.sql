-- What people want told regularly (digest), and what each issue of it said (edition).
create table digest (
  id           uuid primary key,
  workspace_id uuid not null,
  name         text not null check (length(name) between 1 and 100),
  audience     text not null check (audience in ('EXECUTIVE', 'SALES', 'PRODUCT', 'MARKETING', 'CUSTOM')),
  selection    jsonb not null,  -- which signals
  cadence      jsonb not null,  -- when, in which time zone
  channel_ids  uuid[] not null,
  recipients   text[] not null, -- mail addresses besides the channels
  enabled      boolean not null,
  next_at      timestamptz,     -- the end of the period the next edition is for; null while paused
  told_until   timestamptz,     -- the end of the last edition's period, while it goes on without a pause
  version      bigint not null default 0,
  created_by   uuid not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  archived_at  timestamptz,
  check (enabled = (next_at is not null))
);
create index digest_list on digest (workspace_id, created_at) where archived_at is null;
alter table digest enable row level security;
create policy digest_workspace on digest
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke delete on digest from ciq_analysis;

-- Immutable: what was sent can be read again as it was sent.
create table edition (
  id           uuid primary key,
  workspace_id uuid not null,
  digest_id    uuid not null references digest (id),
  occasion     text not null check (occasion in ('SCHEDULED', 'ON_DEMAND')),
  period_from  timestamptz not null,
  period_to    timestamptz not null,
  headline     text not null,
  signals      integer not null check (signals >= 0),
  stories      integer not null check (stories >= 0),
  content      jsonb not null,
  created_at   timestamptz not null,
  check (period_from < period_to)
);
create index edition_newest on edition (digest_id, created_at desc, id desc);
-- A period has one edition, however often its job runs.
create unique index edition_of_period on edition (digest_id, period_to) where occasion = 'SCHEDULED';
alter table edition enable row level security;
create policy edition_workspace on edition
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update, delete on edition from ciq_analysis;

-- An edition goes to channels, or straight to mail addresses.
alter table delivery
  alter column channel_id drop not null,
  add column recipients text[],
  add column edition_id uuid references edition (id),
  add constraint delivery_receiver check ((channel_id is null) = (recipients is not null));
create index delivery_of_edition on delivery (edition_id) where edition_id is not null;

-- Digests name tags as rules do.
create or replace function alerting_workspace() returns setof uuid
  language sql stable security definer set search_path = analysis, pg_temp
as $$
  select workspace_id from analysis.alert_rule where enabled and archived_at is null
  union
  select workspace_id from analysis.digest where enabled and archived_at is null
$$;
