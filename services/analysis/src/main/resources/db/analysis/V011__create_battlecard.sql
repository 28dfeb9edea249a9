-- What a salesperson reads before and during a call about one competitor.
create table battlecard (
  id               uuid primary key,
  workspace_id     uuid not null,
  competitor_id    uuid not null,
  name             text not null check (length(name) between 1 and 120),
  audience         text not null check (length(audience) <= 120), -- for whom; may be empty
  owner_id         uuid not null,
  state            text not null check (state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED')),
  draft            jsonb not null, -- {sections}: what is being written
  approved_by      uuid,
  approved_at      timestamptz,
  published_number integer check (published_number >= 1), -- the version that readers see
  verify_by        date, -- until when somebody wants to have looked at it again
  version          bigint not null default 0,
  created_by       uuid not null,
  created_at       timestamptz not null,
  updated_by       uuid not null,
  updated_at       timestamptz not null,
  archived_at      timestamptz,
  check ((state = 'APPROVED') <= (approved_by is not null)),
  check ((state = 'PUBLISHED') <= (published_number is not null))
);
create index battlecard_list on battlecard (workspace_id, created_at) where archived_at is null;
create index battlecard_of_competitor on battlecard (workspace_id, competitor_id) where archived_at is null;
alter table battlecard enable row level security;
create policy battlecard_workspace on battlecard
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke delete on battlecard from ciq_analysis;

-- A card as it was published, with the facts that were true then. Immutable.
create table battlecard_version (
  id            uuid primary key,
  workspace_id  uuid not null,
  battlecard_id uuid not null references battlecard (id),
  number        integer not null check (number >= 1),
  name          text not null,
  audience      text not null,
  content       jsonb not null, -- {sections, facts, watched}
  note          text not null check (length(note) <= 500),
  verify_by     date,
  approved_by   uuid not null,
  published_by  uuid not null,
  published_at  timestamptz not null,
  unique (battlecard_id, number)
);
alter table battlecard_version enable row level security;
create policy battlecard_version_workspace on battlecard_version
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update, delete on battlecard_version from ciq_analysis;

-- Who did what to a card. Only added to.
create table battlecard_act (
  id            uuid primary key,
  workspace_id  uuid not null,
  battlecard_id uuid not null references battlecard (id),
  act           text not null check (act ~ '^[A-Z_]+$'),
  member_id     uuid not null,
  detail        text not null check (length(detail) <= 500),
  at            timestamptz not null
);
create index battlecard_act_list on battlecard_act (battlecard_id, at desc, id desc);
alter table battlecard_act enable row level security;
create policy battlecard_act_workspace on battlecard_act
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update, delete on battlecard_act from ciq_analysis;

-- How far the published version has aged, as it was last computed: apart from the card, whose version
-- belongs to those who edit it.
create table battlecard_staleness (
  battlecard_id uuid primary key references battlecard (id),
  workspace_id  uuid not null,
  number        integer not null,
  changed_facts integer not null check (changed_facts >= 0),
  checked_at    timestamptz not null
);
alter table battlecard_staleness enable row level security;
create policy battlecard_staleness_workspace on battlecard_staleness
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

-- What a model or the rules would change in one section, claim by claim; people decide on each.
create table battlecard_proposal (
  id             uuid primary key,
  workspace_id   uuid not null,
  battlecard_id  uuid not null references battlecard (id),
  section_id     uuid not null,
  origin         text not null check (origin in ('MODEL', 'RULES')),
  state          text not null check (state in ('PENDING', 'READY', 'FAILED')),
  reason         text not null,
  claims         jsonb not null, -- {items}: each with what was decided on it
  dropped_claims integer not null default 0 check (dropped_claims >= 0),
  model          text,
  prompt_version integer,
  version        bigint not null default 0,
  created_by     uuid not null,
  created_at     timestamptz not null,
  finished_at    timestamptz
);
create index battlecard_proposal_newest on battlecard_proposal (battlecard_id, created_at desc);
alter table battlecard_proposal enable row level security;
create policy battlecard_proposal_workspace on battlecard_proposal
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke delete on battlecard_proposal from ciq_analysis;

-- Published cards whose staleness is unknown, older than `quiet`, or of before a signal of their
-- competitor. Looks over all workspaces and gives ids only.
create function battlecard_due(quiet interval) returns table (workspace_id uuid, battlecard_id uuid)
  language sql stable security definer set search_path = analysis, pg_temp
as $$
  select b.workspace_id, b.id
  from analysis.battlecard b
  left join analysis.battlecard_staleness s on s.battlecard_id = b.id
  where b.archived_at is null and b.published_number is not null
    and (s.checked_at is null or s.number <> b.published_number or s.checked_at < now() - quiet
      or exists (
        select from analysis.signal g
        where g.workspace_id = b.workspace_id and g.competitor_id = b.competitor_id
          and g.detected_at > s.checked_at))
  order by s.checked_at nulls first
  limit 100
$$;
