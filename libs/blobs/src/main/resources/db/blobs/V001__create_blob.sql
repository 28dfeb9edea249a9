-- Bodies of snapshots by what they are: the same body is stored once, for every workspace, and is only
-- found by whoever already knows its hash (from a row that row-level security let them read).
create table blob (
  sha256       text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  body         bytea not null,
  raw_bytes    integer not null check (raw_bytes >= 0),
  stored_bytes integer generated always as (length(body)) stored,
  created_at   timestamptz not null default now()
);

-- zstd has done the work already; PostgreSQL must not try again.
alter table blob alter column body set storage external;

comment on column blob.body is 'zstd frame';
comment on column blob.raw_bytes is 'size before compression';
