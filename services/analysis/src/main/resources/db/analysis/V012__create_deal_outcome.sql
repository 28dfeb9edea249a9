-- How a deal in which a competitor was met ended. Imported; the CRM's id makes it one row however often.
create table deal_outcome (
  id            uuid primary key,
  workspace_id  uuid not null,
  competitor_id uuid not null,
  external_id   text not null check (length(external_id) between 1 and 200),
  deal          text not null check (length(deal) between 1 and 200),
  outcome       text not null check (outcome in ('WON', 'LOST', 'NO_DECISION')),
  closed_on     date not null,
  amount_minor  bigint check (amount_minor >= 0),
  currency      text check (currency ~ '^[A-Z]{3}$'),
  reason        text not null check (length(reason) <= 500), -- may be empty
  imported_by   uuid not null,
  imported_at   timestamptz not null,
  unique (workspace_id, external_id),
  check ((amount_minor is null) = (currency is null))
);
create index deal_outcome_of_competitor on deal_outcome (workspace_id, competitor_id, closed_on desc, id desc);
alter table deal_outcome enable row level security;
create policy deal_outcome_workspace on deal_outcome
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
comment on table deal_outcome is 'amount_minor: minor units of currency (ISO 4217)';
