-- What people see: one row per confirmed change. Written once by the rules; only its triage changes.
create table signal (
  id            uuid primary key,
  workspace_id  uuid not null,
  competitor_id uuid not null,
  source_id     uuid not null,
  change_id     uuid not null,
  document_id   uuid not null,
  url           text not null,
  source_kind   text not null check (source_kind in
    ('HOME', 'PRICING', 'FEATURES', 'CHANGELOG', 'BLOG', 'NEWS', 'CAREERS', 'ABOUT', 'DOCS', 'OTHER')),
  page_title    text not null,
  category      text not null check (category in
    ('PRICING', 'PRODUCT', 'POSITIONING', 'HIRING', 'NEWS', 'LEADERSHIP', 'LEGAL', 'OTHER')),
  headline      text not null check (headline <> ''),
  summary       text not null,
  significance  integer not null check (significance between 0 and 100),
  severity      text not null check (severity in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
  confidence    double precision not null check (confidence between 0 and 1),
  content       jsonb not null, -- {facts, texts, reasons}, as libs/messages writes them
  occurred_at   timestamptz not null,
  detected_at   timestamptz not null,
  triage        text not null default 'NEW' check (triage in ('NEW', 'SAVED', 'DONE', 'DISMISSED')),
  version       bigint not null default 0,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  -- One change, one signal, however often its job is delivered.
  unique (workspace_id, change_id)
);
create index signal_newest on signal (workspace_id, detected_at desc, id desc);
create index signal_of_competitor on signal (workspace_id, competitor_id, detected_at desc, id desc);

alter table signal enable row level security;
create policy signal_workspace on signal
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
-- The rules' words and score are final, whatever a model says later: only triage may be written.
revoke update, delete on signal from ciq_analysis;
grant update (triage, version, updated_at) on signal to ciq_analysis;

-- The sentences a signal was read from. Immutable.
create table evidence (
  id           uuid primary key,
  workspace_id uuid not null,
  signal_id    uuid not null references signal (id),
  ordinal      integer not null,
  evidence_id  uuid not null, -- the id under which the process service knows it
  side         text not null check (side in ('BEFORE', 'AFTER')),
  snapshot_id  uuid not null,
  document_id  uuid not null,
  block_id     text not null,
  quote        text not null,
  start_offset integer not null check (start_offset >= 0),
  end_offset   integer not null check (end_offset >= start_offset),
  verified     boolean not null,
  url          text not null,
  fetched_at   timestamptz not null,
  created_at   timestamptz not null default now(),
  unique (signal_id, evidence_id)
);

alter table evidence enable row level security;
create policy evidence_workspace on evidence
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update, delete on evidence from ciq_analysis;

-- What a language model makes of a signal, beside it. A missing or failed one never hides the signal.
create table assessment (
  id                    uuid primary key,
  workspace_id          uuid not null,
  signal_id             uuid not null unique references signal (id),
  state                 text not null check (state in ('PENDING', 'DONE', 'FAILED', 'SKIPPED')),
  failure               text check (failure ~ '^[A-Z_]+$'), -- why there is none, by name
  reason                text not null,                      -- the same for a person
  result                jsonb,                              -- the checked answer, when DONE
  model                 text,
  prompt_version        integer not null,
  input_hash            text check (input_hash ~ '^[0-9a-f]{64}$'),
  dropped_claims        integer not null default 0 check (dropped_claims >= 0),
  finished_at           timestamptz,
  created_at            timestamptz not null default now(),
  updated_at            timestamptz not null default now(),
  check ((state = 'DONE') = (result is not null)),
  check ((state = 'FAILED') = (failure is not null)),
  check ((state = 'PENDING') = (finished_at is null))
);

alter table assessment enable row level security;
create policy assessment_workspace on assessment
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke delete on assessment from ciq_analysis;

-- Every call to a language model and what it cost; answers are kept as a cache. Immutable.
create table model_call (
  id               uuid primary key,
  workspace_id     uuid not null,
  signal_id        uuid not null references signal (id),
  model            text not null,
  prompt_version   integer not null,
  input_hash       text not null check (input_hash ~ '^[0-9a-f]{64}$'),
  outcome          text not null check (outcome ~ '^[A-Z_]+$'),
  http_status      integer,
  finish_reason    text,
  request_id       text,
  input_tokens     integer not null,
  cached_tokens    integer not null,
  output_tokens    integer not null,
  reasoning_tokens integer not null,
  latency_ms       bigint not null,
  answer           jsonb, -- as the model gave it, when the outcome is ANSWERED
  created_at       timestamptz not null default now(),
  check ((outcome = 'ANSWERED') = (answer is not null))
);
create index model_call_cache on model_call (workspace_id, input_hash, prompt_version, model)
  where outcome = 'ANSWERED';
create index model_call_newest on model_call (workspace_id, created_at desc);

alter table model_call enable row level security;
create policy model_call_workspace on model_call
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update, delete on model_call from ciq_analysis;
