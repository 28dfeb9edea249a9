-- Switches of the installation. Every service reads them, the gateway alone writes them. They belong to no workspace; a flag may name
-- workspaces, as a queue may.
create table flag (
  key         text primary key check (key ~ '^[a-z][a-z0-9.-]{1,60}$'),
  kind        text not null check (kind in ('KILL_SWITCH', 'ROLLOUT')),
  enabled     boolean not null,
  -- Of the workspaces, by a stable hash of key and id.
  percentage  integer not null default 100 check (percentage between 0 and 100),
  on_for      uuid[] not null default '{}' check (cardinality(on_for) <= 1000),
  off_for     uuid[] not null default '{}' check (cardinality(off_for) <= 1000),
  -- Off for everybody, whatever else is said.
  killed      boolean not null default false,
  owner       text not null check (length(owner) between 1 and 100),
  description text not null check (length(description) between 1 and 300),
  expires_at  date,
  version     bigint not null default 0,
  changed_at  timestamptz not null default now()
);
grant update on flag to ciq_gateway;

insert into flag (key, kind, enabled, owner, description) values
  ('rum.enabled', 'KILL_SWITCH', true, 'gateway', 'Timings that browsers send');
