-- Signals that are assessed anew in one batch of the provider: cheaper, and answered within a day.
create table assessment_batch (
  id               uuid primary key,
  workspace_id     uuid not null,
  state            text not null check (state in
    ('PREPARED', 'SUBMITTED', 'CANCELLING', 'DONE', 'EXPIRED', 'CANCELLED', 'FAILED')),
  reason           text not null,
  model            text not null,
  prompt_version   integer not null,
  signals          integer not null check (signals > 0),
  settled          integer not null default 0,   -- signals of which is known what came of them
  answered         integer not null default 0,   -- of those, with an answer that stands
  provider_done    integer not null default 0,   -- as the provider counts while it works
  provider_batch   text,
  reservation_id   uuid not null,
  reserved_micros  bigint not null check (reserved_micros >= 0),
  cost_micros      bigint not null default 0 check (cost_micros >= 0),
  created_by       uuid not null,
  created_at       timestamptz not null,
  submitted_at     timestamptz,
  finished_at      timestamptz,
  check ((state in ('PREPARED', 'SUBMITTED', 'CANCELLING')) = (finished_at is null))
);
create index assessment_batch_newest on assessment_batch (workspace_id, created_at desc, id desc);
alter table assessment_batch enable row level security;
create policy assessment_batch_workspace on assessment_batch
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke delete on assessment_batch from ciq_analysis;

create table assessment_batch_item (
  batch_id     uuid not null references assessment_batch (id),
  signal_id    uuid not null references signal (id),
  workspace_id uuid not null,
  state        text not null default 'WAITING' check (state in ('WAITING', 'ANSWERED', 'FAILED')),
  reason       text not null default '',
  own_company  text not null,  -- as the question tells it: its answer is held against the same
  primary key (batch_id, signal_id)
);
create index assessment_batch_item_of_signal on assessment_batch_item (signal_id);
alter table assessment_batch_item enable row level security;
create policy assessment_batch_item_workspace on assessment_batch_item
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update, delete on assessment_batch_item from ciq_analysis;
grant update (state, reason) on assessment_batch_item to ciq_analysis;

-- Batches nobody looks after any more. Looks over all workspaces and gives ids only.
create function abandoned_assessment_batch(age interval)
  returns table (workspace_id uuid, batch_id uuid)
  language sql stable security definer set search_path = analysis, pg_temp
as $$
  select b.workspace_id, b.id from analysis.assessment_batch b
  where b.finished_at is null and b.created_at < now() - age
  order by b.created_at
  limit 200
$$;

-- What is set aside for a batch is held as long as the provider may take for it.
alter table model_reservation add column held_until timestamptz;
grant update (held_until) on model_reservation to ciq_analysis;

create or replace function abandoned_model_call(quiet interval)
  returns table (workspace_id uuid, reservation_id uuid)
  language sql stable security definer set search_path = analysis, pg_temp
as $$
  select r.workspace_id, r.id from analysis.model_reservation r
  where coalesce(r.held_until, r.created_at + quiet) < now()
  order by r.created_at
  limit 200
$$;

-- Whom a comment names is told by mail, once, at the address the gateway knew then. Goes with its comment.
create table mention_mail (
  comment_id   uuid not null references signal_comment (id) on delete cascade,
  member_id    uuid not null,
  workspace_id uuid not null,
  mail_id      uuid not null unique, -- what a mail reader knows a repeat by
  email        text not null,
  author       text not null,
  told_at      timestamptz,
  primary key (comment_id, member_id)
);
alter table mention_mail enable row level security;
create policy mention_mail_workspace on mention_mail
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update on mention_mail from ciq_analysis;
grant update (told_at) on mention_mail to ciq_analysis;
