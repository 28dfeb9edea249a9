-- What questions to language models may cost, what they cost, and what is set aside for those under way.

alter table model_call
  alter column signal_id drop not null,
  add column feature text not null default 'ASSESSMENT' check (feature ~ '^[A-Z_]+$'),
  add column params text not null default '',
  add column cost_micros bigint not null default 0 check (cost_micros >= 0);
comment on column model_call.params is 'settings of the question that change its answer, besides model and prompt';
comment on column model_call.cost_micros is 'micro-USD at the prices configured then; 0 for a model without prices';

drop index model_call_cache;
create index model_call_cache on model_call (workspace_id, input_hash, prompt_version, model, params)
  where outcome = 'ANSWERED';

-- An account is the whole workspace or one feature of it. Both bind.
create table model_budget (
  workspace_id uuid not null,
  account      text not null check (account ~ '^[A-Z_]+$'),
  day_micros   bigint not null check (day_micros >= 0),
  month_micros bigint not null check (month_micros >= 0),
  updated_at   timestamptz not null,
  primary key (workspace_id, account)
);
alter table model_budget enable row level security;
create policy model_budget_workspace on model_budget
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke delete on model_budget from ciq_analysis;
comment on table model_budget is 'most micro-USD per day and calendar month (UTC); 0: nothing is asked';

-- The rows a reservation locks, always in the same order.
create table model_spend (
  workspace_id    uuid not null,
  account         text not null check (account ~ '^[A-Z_]+$'),
  period          text not null check (period in ('DAY', 'MONTH')),
  starts          date not null check (period = 'DAY' or extract(day from starts) = 1),
  reserved_micros bigint not null default 0 check (reserved_micros >= 0),
  spent_micros    bigint not null default 0 check (spent_micros >= 0),
  primary key (workspace_id, account, period, starts)
);
alter table model_spend enable row level security;
create policy model_spend_workspace on model_spend
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke delete on model_spend from ciq_analysis;

-- A call under way. Whoever deletes the row settles it, so it is settled once.
create table model_reservation (
  id             uuid primary key,
  workspace_id   uuid not null,
  feature        text not null check (feature ~ '^[A-Z_]+$'),
  day            date not null,
  micros         bigint not null check (micros >= 0),
  signal_id      uuid references signal (id),
  model          text not null,
  prompt_version integer not null,
  input_hash     text not null check (input_hash ~ '^[0-9a-f]{64}$'),
  created_at     timestamptz not null default now()
);
create index model_reservation_oldest on model_reservation (created_at);
alter table model_reservation enable row level security;
create policy model_reservation_workspace on model_reservation
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update on model_reservation from ciq_analysis;

-- Calls whose process died before it saw their end. Looks over all workspaces and gives ids only.
create function abandoned_model_call(quiet interval)
  returns table (workspace_id uuid, reservation_id uuid)
  language sql stable security definer set search_path = analysis, pg_temp
as $$
  select r.workspace_id, r.id from analysis.model_reservation r
  where r.created_at < now() - quiet
  order by r.created_at
  limit 200
$$;
