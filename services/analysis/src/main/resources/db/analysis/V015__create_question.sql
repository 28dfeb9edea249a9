-- What somebody asked, what was said to it, and where that is written. The whole workspace can read it again.
create table question (
  id              uuid primary key,
  workspace_id    uuid not null,
  conversation_id uuid not null,
  asked_by        uuid not null,
  asked_at        timestamptz not null,
  text            text not null check (length(text) between 1 and 500),
  zone            text not null, -- IANA, of whom asked: "last week" began there
  scope           jsonb not null, -- what it was narrowed to by hand
  reading         jsonb not null, -- how it was understood
  repeats         uuid,           -- the question this one asks again; not a reference: that one may be deleted
  answer          jsonb not null, -- {verdict, confidence, note, claims, citations, followUps}
  coverage        jsonb not null,
  verdict         text not null check (verdict in ('ANSWERED', 'PARTIAL', 'INSUFFICIENT', 'OUT_OF_SCOPE')),
  written_by      text not null check (written_by in ('EXTRACTS', 'MODEL')),
  model_state     text not null check (model_state in ('NONE', 'PENDING', 'DONE', 'FAILED')),
  model_reason    text not null, -- for a person
  failure         text check (failure ~ '^[A-Z_]+$'),
  model           text,
  prompt_version  integer,
  input_hash      text check (input_hash ~ '^[0-9a-f]{64}$'),
  dropped_claims  integer not null default 0 check (dropped_claims >= 0),
  material        jsonb, -- what was found, while a model works on it
  took_ms         integer not null check (took_ms >= 0),
  updated_at      timestamptz not null,
  check ((model_state = 'FAILED') = (failure is not null)),
  check (written_by = 'EXTRACTS' or model_state = 'DONE')
);
create index question_newest on question (workspace_id, asked_at desc, id desc);
create index question_of_member on question (workspace_id, asked_by, asked_at desc, id desc);
create index question_of_conversation on question (conversation_id, asked_at desc);
alter table question enable row level security;
create policy question_workspace on question
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
-- What was asked and found stays as it was; only what a model makes of it comes later.
revoke update on question from ciq_analysis;
grant update (answer, verdict, written_by, model_state, model_reason, failure, model, prompt_version, input_hash,
  dropped_claims, material, updated_at) on question to ciq_analysis;

-- Whether an answer was of use, by member.
create table answer_feedback (
  question_id  uuid not null references question (id) on delete cascade,
  member_id    uuid not null,
  workspace_id uuid not null,
  useful       boolean not null,
  note         text not null default '' check (length(note) <= 1000),
  given_at     timestamptz not null,
  primary key (question_id, member_id)
);
alter table answer_feedback enable row level security;
create policy answer_feedback_workspace on answer_feedback
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
