-- What people do with signals beyond deciding: rest them until something happens, give them to somebody,
-- talk about them, take a decision back. And the typed moves of a signal in columns, for all that asks "did
-- a price move, and how far".
alter table signal
  drop constraint signal_triage_check,
  add constraint signal_triage_check check (triage in
    ('NEW', 'SEEN', 'SAVED', 'SNOOZED', 'DONE', 'DISMISSED', 'MUTED')),
  add column until_kind text check (until_kind in ('DATE', 'PRICE_MOVE', 'BIGGER_THAN')),
  add column until_at timestamptz,
  add column until_percent double precision check (until_percent > 0),
  add column assignee uuid,
  add column muted_by uuid references signal (id),
  add constraint signal_until_check check (
    (until_kind is null or triage in ('SNOOZED', 'MUTED'))
    and (triage <> 'SNOOZED' or until_kind is not null)
    and ((until_kind is not distinct from 'DATE') = (until_at is not null))
    and ((until_kind is not distinct from 'BIGGER_THAN') = (until_percent is not null)));
grant update (until_kind, until_at, until_percent, assignee, muted_by) on signal to ciq_analysis;

create index signal_snoozed on signal (workspace_id, competitor_id) where triage = 'SNOOZED';
create index signal_muting on signal (workspace_id, source_id, category)
  where triage = 'MUTED' and muted_by is null;
create index signal_assigned on signal (workspace_id, assignee, detected_at desc)
  where assignee is not null;

-- One typed fact of a signal as it moved. Immutable, written with its signal.
create table signal_move (
  signal_id    uuid not null references signal (id),
  ordinal      integer not null,
  workspace_id uuid not null,
  fact_kind    text not null,
  change       text not null check (change in ('ADDED', 'REMOVED', 'MODIFIED', 'MOVED')),
  subject      text not null,
  field        text not null,
  direction    smallint check (direction in (-1, 0, 1)), -- null: the two values cannot be compared
  percent      double precision,                         -- signed; null: not to be told in percent
  after_minor  bigint,
  currency     text,
  primary key (signal_id, ordinal)
);
alter table signal_move enable row level security;
create policy signal_move_workspace on signal_move
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update, delete on signal_move from ciq_analysis;

insert into signal_move
select s.id, f.ordinal - 1, s.workspace_id, f.fact->>'factKind', f.fact->>'kind', f.fact->>'subject',
       f.fact->>'field', sign(c.later - c.earlier),
       case when c.earlier <> 0 then (c.later - c.earlier) * 100.0 / c.earlier end,
       (f.fact#>>'{after,amountMinor}')::bigint, f.fact#>>'{after,currency}'
from signal s
cross join lateral jsonb_array_elements(s.content->'facts') with ordinality as f (fact, ordinal)
left join lateral (
  select (f.fact#>>'{before,amountMinor}')::bigint as earlier,
         (f.fact#>>'{after,amountMinor}')::bigint as later
  where f.fact#>>'{before,currency}' = f.fact#>>'{after,currency}'
    and f.fact#>>'{before,period}' is not distinct from f.fact#>>'{after,period}') c on true;

-- What members say about a signal. Taken back by its author: the row goes.
create table signal_comment (
  id           uuid primary key,
  workspace_id uuid not null,
  signal_id    uuid not null references signal (id),
  author       uuid not null,
  body         text not null check (length(body) between 1 and 4000),
  created_at   timestamptz not null default now()
);
create index signal_comment_of on signal_comment (signal_id, id);
alter table signal_comment enable row level security;
create policy signal_comment_workspace on signal_comment
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update on signal_comment from ciq_analysis;

create table signal_mention (
  comment_id   uuid not null references signal_comment (id) on delete cascade,
  member_id    uuid not null,
  signal_id    uuid not null,
  workspace_id uuid not null,
  primary key (comment_id, member_id)
);
create index signal_mention_of on signal_mention (workspace_id, member_id, signal_id);
alter table signal_mention enable row level security;
create policy signal_mention_workspace on signal_mention
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update on signal_mention from ciq_analysis;

-- How to take one act of triage back, for a minute. Gone once used.
create table triage_undo (
  token        uuid primary key,
  workspace_id uuid not null,
  member_id    uuid not null,
  entries      jsonb not null, -- [{id, version, before}]
  created_at   timestamptz not null
);
create index triage_undo_old on triage_undo (workspace_id, created_at);
alter table triage_undo enable row level security;
create policy triage_undo_workspace on triage_undo
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update on triage_undo from ciq_analysis;
