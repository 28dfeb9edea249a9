-- One event, one story, however many sources tell of it. Every signal belongs to exactly one.
create table story (
  id              uuid primary key,
  workspace_id    uuid not null,
  lead_signal_id  uuid not null references signal (id), -- the weightiest signal: its headline is the story's
  signals         integer not null check (signals >= 0),
  sources         integer not null check (sources >= 0),
  significance    integer not null,
  first_seen_at   timestamptz not null,
  last_seen_at    timestamptz not null,
  apart           boolean not null default false, -- made by hand: nothing merges it away
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now()
);
create index story_newest on story (workspace_id, last_seen_at desc, id desc) where signals > 0;
alter table story enable row level security;
create policy story_workspace on story
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke delete on story from ciq_analysis;

-- A story that was merged into another stays, empty, so that its address can lead there.
alter table story add column merged_into uuid references story (id);

alter table signal add column story_id uuid;
insert into story (id, workspace_id, lead_signal_id, signals, sources, significance, first_seen_at, last_seen_at)
select id, workspace_id, id, 1, 1, significance, detected_at, detected_at from signal;
update signal set story_id = id;
alter table signal
  add constraint signal_story foreign key (story_id) references story (id);
create index signal_of_story on signal (story_id);
grant update (story_id) on signal to ciq_analysis;

-- What a signal is recognised by. Immutable; signals of before this release have none and tie to nothing.
create table signal_mark (
  signal_id     uuid primary key references signal (id),
  workspace_id  uuid not null,
  competitor_id uuid not null,
  source_id     uuid not null,
  occurred_at   timestamptz not null,
  keys          text[] not null,  -- what only the same event shares: moves, addresses, hashes, bands
  shingles      integer[] not null,
  names         text[] not null
);
create index signal_mark_recent on signal_mark (workspace_id, competitor_id, occurred_at);
-- Keys are compared within the window: under row-level security an index on them would not be asked, for
-- the operator of arrays is not leakproof.
create index signal_mark_window on signal_mark (workspace_id, occurred_at);
alter table signal_mark enable row level security;
create policy signal_mark_workspace on signal_mark
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update, delete on signal_mark from ciq_analysis;

-- Why two signals are of one story, in words. Between a signal and one that was there before it.
create table story_tie (
  signal_id    uuid not null references signal (id),
  other_id     uuid not null references signal (id),
  workspace_id uuid not null,
  reason       text not null check (reason in
    ('SAME_VERSION', 'SAME_MOVE', 'SAME_ADDRESS', 'SAME_TEXT', 'NEAR_TEXT', 'SAME_NAMES')),
  detail       text not null,
  created_at   timestamptz not null default now(),
  primary key (signal_id, other_id, reason)
);
create index story_tie_back on story_tie (other_id);
alter table story_tie enable row level security;
create policy story_tie_workspace on story_tie
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update, delete on story_tie from ciq_analysis;
