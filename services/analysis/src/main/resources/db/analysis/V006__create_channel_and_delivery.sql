-- Where people are told (channel), what they are told (delivery), and each attempt to do it.
create table channel (
  id           uuid primary key,
  workspace_id uuid not null,
  name         text not null check (length(name) between 1 and 100),
  kind         text not null check (kind in ('EMAIL', 'SLACK', 'TEAMS', 'DISCORD', 'WEBHOOK')),
  target       text not null,  -- what may be shown: recipients, a host, a webhook's address
  sealed       bytea,          -- the address or the signing secret, AES-256-GCM
  sealed_by    text,
  enabled      boolean not null default true,
  trouble      text,           -- why it was switched off by itself
  version      bigint not null default 0,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  archived_at  timestamptz,
  check ((sealed is null) = (sealed_by is null)),
  check ((kind = 'EMAIL') = (sealed is null))
);
create index channel_list on channel (workspace_id, created_at) where archived_at is null;
alter table channel enable row level security;
create policy channel_workspace on channel
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke delete on channel from ciq_analysis;

create table delivery (
  id           uuid primary key, -- what a receiver knows a repeat by
  workspace_id uuid not null,
  channel_id   uuid not null references channel (id),
  rule_id      uuid,
  message      jsonb not null,
  state        text not null check (state in ('WAITING', 'ACCEPTED', 'FAILED')),
  attempts     integer not null default 0,
  due_at       timestamptz not null,
  accepted_at  timestamptz,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  check ((state = 'ACCEPTED') = (accepted_at is not null))
);
create index delivery_newest on delivery (workspace_id, created_at desc, id desc);
create index delivery_of_channel on delivery (channel_id, created_at desc);
create index delivery_of_rule on delivery (rule_id, created_at desc);
alter table delivery enable row level security;
create policy delivery_workspace on delivery
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update, delete on delivery from ciq_analysis;
grant update (state, attempts, due_at, accepted_at, updated_at) on delivery to ciq_analysis;

-- Immutable.
create table delivery_attempt (
  id           uuid primary key,
  workspace_id uuid not null,
  delivery_id  uuid not null references delivery (id),
  outcome      text not null check (outcome in ('ACCEPTED', 'LATER', 'REFUSED')),
  http_status  integer,
  latency_ms   bigint not null,
  detail       text not null,
  created_at   timestamptz not null
);
create index delivery_attempt_of on delivery_attempt (delivery_id, id);
alter table delivery_attempt enable row level security;
create policy delivery_attempt_workspace on delivery_attempt
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update, delete on delivery_attempt from ciq_analysis;

-- Mails of an installation without SMTP: read on the outbox page. Immutable.
create table outbox_mail (
  id           uuid primary key, -- the delivery's
  workspace_id uuid not null,
  recipients   text[] not null,
  subject      text not null,
  body_text    text not null,
  body_html    text not null,
  created_at   timestamptz not null
);
create index outbox_mail_newest on outbox_mail (workspace_id, created_at desc, id desc);
alter table outbox_mail enable row level security;
create policy outbox_mail_workspace on outbox_mail
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update, delete on outbox_mail from ciq_analysis;
