-- What a snapshot says: one document per snapshot of a source, immutable.
create table document (
  id                uuid primary key,
  workspace_id      uuid not null,
  competitor_id     uuid not null,
  source_id         uuid not null,
  snapshot_id       uuid not null,
  url               text not null,
  source_kind       text not null,
  state             text not null check (state in ('PROCESSED', 'FAILED')),
  failure           text check (failure in
    ('UNSUPPORTED_TYPE', 'EMPTY', 'TOO_LARGE', 'UNREADABLE_FEED', 'BODY_MISSING', 'READER_FAILED')),
  failure_detail    text,
  title             text not null,
  author            text,
  published_at      timestamptz,
  language          text,
  page_class        text not null check (page_class in
    ('HOME', 'PRICING', 'FEATURES', 'CHANGELOG', 'BLOG', 'ARTICLE', 'CAREERS', 'ABOUT', 'DOCS', 'FEED', 'OTHER')),
  fetched_at        timestamptz not null,
  extractor_version integer not null,
  body              text not null,  -- the text that quotes and blocks point into
  content           jsonb not null, -- {blocks}
  created_at        timestamptz not null default now(),
  -- One snapshot, one document, however often its job is delivered.
  unique (source_id, snapshot_id),
  check ((state = 'FAILED') = (failure is not null))
);
create index document_newest on document (workspace_id, fetched_at desc, id desc);
create index document_of_source on document (source_id, state, fetched_at desc);
create index document_of_competitor on document (competitor_id, fetched_at desc, id desc);

-- What was true when (valid_from, valid_to) and when we saw it (observed_at, last_seen).
create table fact (
  id            uuid primary key,
  workspace_id  uuid not null,
  competitor_id uuid not null,
  source_id     uuid not null,
  document_id   uuid not null references document (id),
  kind          text not null check (kind in ('PRICE', 'PLAN', 'POST', 'JOB_OPENING', 'FEATURE')),
  fact_key      text not null, -- names the fact within its source
  subject       text not null,
  field         text not null,
  value_text    text not null,
  amount_minor  bigint,
  currency      char(3),
  period        text check (period in ('MONTH', 'YEAR', 'ONCE', 'USAGE')),
  link          text,
  method        text not null check (method in ('JSONLD', 'RULE', 'FEED')),
  status        text not null check (status in ('ACCEPTED', 'PROPOSED')),
  confidence    double precision not null check (confidence between 0 and 1),
  valid_from    timestamptz not null,
  valid_to      timestamptz,
  observed_at   timestamptz not null,
  last_seen     timestamptz not null,
  missing_since timestamptz,
  evidence      jsonb not null, -- {items}
  created_at    timestamptz not null default now(),
  check ((amount_minor is null) = (currency is null))
);
create unique index fact_current on fact (source_id, fact_key) where valid_to is null;
create index fact_newest on fact (workspace_id, observed_at desc, id desc);
create index fact_of_competitor on fact (competitor_id, kind, observed_at desc, id desc);

-- What differs between two versions of a source, and how sure we are.
create table change (
  id               uuid primary key,
  workspace_id     uuid not null,
  competitor_id    uuid not null,
  source_id        uuid not null,
  url              text not null,
  source_kind      text not null,
  page_title       text not null,
  basis            text not null check (basis in ('FACTS', 'TEXTS')),
  status           text not null check (status in ('CANDIDATE', 'CONFIRMED', 'SUPPRESSED')),
  reason           text not null,
  from_document_id uuid not null references document (id),
  from_snapshot_id uuid not null,
  to_document_id   uuid not null references document (id),
  to_snapshot_id   uuid not null,
  occurred_at      timestamptz not null,
  detected_at      timestamptz not null,
  confirmed_at     timestamptz,
  content          jsonb not null, -- {facts, texts, hunks}
  created_at       timestamptz not null default now(),
  unique (source_id, to_snapshot_id, basis),
  check ((status = 'CONFIRMED') = (confirmed_at is not null))
);
create index change_newest on change (workspace_id, detected_at desc, id desc);
create index change_of_competitor on change (competitor_id, detected_at desc, id desc);
create index change_waiting on change (source_id) where status = 'CANDIDATE';

-- Texts that came or went lately, to tell variants from news. Short-lived: ten visits.
create table sighting (
  id           uuid primary key,
  workspace_id uuid not null,
  source_id    uuid not null,
  slot         text not null,
  text_key     text not null,
  last_visit   bigint not null,
  returns      integer not null default 0,
  created_at   timestamptz not null default now(),
  unique (source_id, slot, text_key)
);

alter table document enable row level security;
create policy document_workspace on document
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
alter table fact enable row level security;
create policy fact_workspace on fact
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
alter table change enable row level security;
create policy change_workspace on change
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
alter table sighting enable row level security;
create policy sighting_workspace on sighting
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

-- A document is what was read once; evidence points into it for good.
revoke update, delete on document from ciq_process;
revoke delete on fact, change from ciq_process;
