-- What rules look for words in. 'simple': names and prices are no language.
alter table signal add column words tsvector
  generated always as (to_tsvector('simple'::regconfig, headline || ' ' || summary)) stored;
create index signal_recent on signal (workspace_id, detected_at);

-- What this service remembers of a competitor: rules name tags, messages name names.
create table competitor_card (
  workspace_id  uuid not null,
  competitor_id uuid not null,
  name          text not null,
  tags          text[] not null,
  as_of         timestamptz not null default now(),
  primary key (workspace_id, competitor_id)
);
alter table competitor_card enable row level security;
create policy competitor_card_workspace on competitor_card
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

create table alert_rule (
  id           uuid primary key,
  workspace_id uuid not null,
  name         text not null check (length(name) between 1 and 200),
  enabled      boolean not null,
  condition    jsonb not null, -- what a signal must be like
  telling      jsonb not null, -- whom, when, how often
  version      bigint not null default 0,
  created_by   uuid not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  archived_at  timestamptz
);
create index alert_rule_list on alert_rule (workspace_id, created_at) where archived_at is null;
alter table alert_rule enable row level security;
create policy alert_rule_workspace on alert_rule
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke delete on alert_rule from ciq_analysis;

-- A rule spoke about a story: once, with the signal that made it. Immutable.
create table alert_firing (
  id            uuid primary key,
  workspace_id  uuid not null,
  rule_id       uuid not null references alert_rule (id),
  signal_id     uuid not null references signal (id),
  competitor_id uuid not null,
  state         text not null check (state in ('SENT', 'HELD', 'DIGEST', 'COOLED')),
  fired_at      timestamptz not null,
  due_at        timestamptz not null, -- when people are to hear of it
  unique (rule_id, signal_id)
);
create index alert_firing_of_rule on alert_firing (rule_id, fired_at desc, id desc);
create index alert_firing_cooling on alert_firing (rule_id, competitor_id, fired_at desc)
  where state <> 'COOLED';
create index alert_firing_of_signal on alert_firing (signal_id);
alter table alert_firing enable row level security;
create policy alert_firing_workspace on alert_firing
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update, delete on alert_firing from ciq_analysis;

-- The workspaces whose competitors' names and tags are to be kept fresh. Ids only.
create function alerting_workspace() returns setof uuid
  language sql stable security definer set search_path = analysis, pg_temp
as $$
  select distinct workspace_id from analysis.alert_rule where enabled and archived_at is null
$$;
