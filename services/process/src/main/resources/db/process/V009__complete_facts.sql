-- More kinds of facts, what else a page tells of their subject, and which fact continues which.
alter table fact drop constraint fact_kind_check;
alter table fact add constraint fact_kind_check check (kind in
  ('PRICE', 'PLAN', 'POST', 'JOB_OPENING', 'FEATURE', 'PRODUCT', 'PERSON', 'CONTACT', 'TECHNOLOGY'));
alter table fact drop constraint fact_method_check;
alter table fact add constraint fact_method_check check (method in ('JSONLD', 'DATA', 'RULE', 'FEED'));
alter table fact add column details jsonb not null default '{"items": []}'; -- {items}

-- All versions of one fact, renamed or not, share the id of the first.
alter table fact add column lineage_id uuid;
update fact f set lineage_id =
  (select g.id from fact g where g.source_id = f.source_id and g.fact_key = f.fact_key order by g.observed_at, g.id limit 1);
alter table fact alter column lineage_id set not null;
create index fact_of_lineage on fact (lineage_id, valid_from);

-- Recorded time: created_at says when we wrote that it is true, this when we wrote that it ended.
alter table fact add column end_recorded_at timestamptz;
update fact set end_recorded_at = valid_to where valid_to is not null;
alter table fact add constraint fact_end_recorded check ((valid_to is null) = (end_recorded_at is null));

-- What a person says instead of what was read. Withdrawn ones stay: who said what when is never lost.
create table fact_override (
  id            uuid primary key,
  workspace_id  uuid not null,
  source_id     uuid not null,
  fact_key      text not null, -- of the fact in every version; goes with it when it is renamed
  value_text    text not null,
  amount_minor  bigint,
  currency      char(3),
  period        text check (period in ('MONTH', 'YEAR', 'ONCE', 'USAGE')),
  note          text not null,
  set_by        uuid not null,
  set_at        timestamptz not null,
  withdrawn_by  uuid,
  withdrawn_at  timestamptz,
  created_at    timestamptz not null default now(),
  check ((amount_minor is null) = (currency is null)),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index fact_override_current on fact_override (source_id, fact_key) where withdrawn_at is null;
create index fact_override_of_fact on fact_override (source_id, fact_key, set_at desc);

alter table fact_override enable row level security;
create policy fact_override_workspace on fact_override
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke delete on fact_override from ciq_process;
