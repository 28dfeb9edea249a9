-- How long bodies are kept, what is on hold, and which bodies were released. Snapshots themselves stay for good.

-- Never changed, only ended by the next one: who allowed what, and when, is told by the rows.
create table retention_rule (
  id           uuid primary key,
  workspace_id uuid not null,
  source_id    uuid not null,
  keep_newest  integer not null check (keep_newest between 2 and 100000),
  keep_changed boolean not null,
  body_days    integer not null check (body_days between 1 and 36500),
  set_by       uuid not null,
  set_at       timestamptz not null,
  ended_by     uuid,
  ended_at     timestamptz,
  check ((ended_by is null) = (ended_at is null))
);
create unique index retention_rule_in_force on retention_rule (workspace_id, source_id) where ended_at is null;
comment on column retention_rule.source_id is 'the id of zeros: the workspace''s own rule';

create table hold (
  id           uuid primary key,
  workspace_id uuid not null,
  source_id    uuid not null,
  snapshot_id  uuid references snapshot (id),
  reason       text not null,
  placed_by    uuid not null,
  placed_at    timestamptz not null,
  lifted_by    uuid,
  lifted_at    timestamptz,
  check ((lifted_by is null) = (lifted_at is null))
);
create unique index hold_in_force on hold (source_id, snapshot_id) nulls not distinct where lifted_at is null;
create index hold_newest on hold (workspace_id, placed_at desc, id desc);
comment on column hold.snapshot_id is 'null: everything of the source';

create table release (
  snapshot_id  uuid primary key references snapshot (id),
  workspace_id uuid not null,
  source_id    uuid not null,
  scope        text not null check (scope in ('DEFAULT', 'WORKSPACE', 'SOURCE')),
  keep_newest  integer not null,
  keep_changed boolean not null,
  body_days    integer not null,
  stored_bytes bigint not null check (stored_bytes >= 0),
  released_at  timestamptz not null
);
comment on table release is 'append-only: whose bodies were let go, when, and the rule in force then';
comment on column release.stored_bytes is 'given back; 0 where another snapshot still has the same bodies';

alter table retention_rule enable row level security;
create policy retention_rule_workspace on retention_rule
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
alter table hold enable row level security;
create policy hold_workspace on hold
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
alter table release enable row level security;
create policy release_workspace on release
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

revoke update, delete on retention_rule, hold, release from ciq_crawl;
grant update (ended_by, ended_at) on retention_rule to ciq_crawl;
grant update (lifted_by, lifted_at) on hold to ciq_crawl;

create index snapshot_by_workspace on snapshot (workspace_id, source_id);
-- Which snapshots name a body.
create index snapshot_by_body on snapshot (body_sha256);
create index exhibit_by_body on exhibit (sha256);
create index provider_usage_by_answer on provider_usage (answer_sha256) where answer_sha256 is not null;
create view body with (security_invoker = true) as
  select id as snapshot_id, workspace_id, source_id, body_sha256 as sha256 from snapshot
  union
  select e.snapshot_id, e.workspace_id, s.source_id, e.sha256
    from exhibit e join snapshot s on s.id = e.snapshot_id;

-- Snapshots the rule spares no body for, the oldest first. The last two are compared with what comes and always
-- stay; a body that was seen within the grace stays too. What others read from them is not known here.
create function spare_snapshot(source uuid, keep integer, days integer, grace interval)
  returns table (snapshot_id uuid, fetched_at timestamptz)
  language sql stable
as $$
  select s.id, s.fetched_at from crawl.snapshot s
   where s.source_id = source and s.fetched_at < now() - make_interval(days => days)
     and (s.fetched_at, s.id) <
         (select n.fetched_at, n.id from crawl.snapshot n where n.source_id = source
           order by n.fetched_at desc, n.id desc offset greatest(keep, 2) - 1 limit 1)
     and not exists (select from crawl.release r where r.snapshot_id = s.id)
     and not exists (select from crawl.hold h
                      where h.source_id = source and h.lifted_at is null
                        and (h.snapshot_id is null or h.snapshot_id = s.id))
     and not exists (select from crawl.body o join blobs.blob b on b.sha256 = o.sha256
                      where o.snapshot_id = s.id and b.put_at >= now() - grace)
   order by s.fetched_at, s.id
$$;

-- The rest looks over all workspaces, because a body is stored once for all of them, and tells sizes and ids only.

create function body_wanted(hash text, without uuid[]) returns boolean
  language sql stable security definer set search_path = crawl, pg_temp
as $$
  select exists (select from snapshot s where s.body_sha256 = hash and s.id <> all (without)
                    and not exists (select from release r where r.snapshot_id = s.id))
      or exists (select from exhibit e where e.sha256 = hash and e.snapshot_id <> all (without)
                    and not exists (select from release r where r.snapshot_id = e.snapshot_id))
      or exists (select from provider_usage u where u.answer_sha256 = hash)
$$;
revoke execute on function body_wanted from public, ciq_crawl;

create function drop_bodies(released uuid, grace interval) returns bigint
  language sql security definer set search_path = crawl, pg_temp
as $$
  select coalesce(case when min(d.bytes) < 0 then -1 else sum(d.bytes) end, 0)::bigint
    from (select blobs.drop_idle(o.sha256, grace) as bytes from body o
           where o.snapshot_id = released
             and o.workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid
             and not body_wanted(o.sha256, array[released])) d
$$;
comment on function drop_bodies is 'bytes given back by a snapshot that is about to be released; -1: one was put meanwhile, so roll back';

create function spare_bytes(spare uuid[]) returns table (source_id uuid, stored_bytes bigint)
  language sql stable security definer set search_path = crawl, pg_temp
as $$
  select last.source_id, sum(b.stored_bytes)
    from (select distinct on (o.sha256) o.sha256, o.source_id from body o
           where o.snapshot_id = any (spare)
             and o.workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid
           order by o.sha256, o.source_id desc) last
    join blobs.blob b on b.sha256 = last.sha256
   where not body_wanted(last.sha256, spare)
   group by last.source_id
$$;
comment on function spare_bytes is 'what releasing all of them would give back; a body several sources share goes with the last of them';

-- How far the pass over all sources has come.
create table retention_pass (
  one      boolean primary key default true check (one),
  after    uuid,
  begun_at timestamptz not null default '-infinity'
);
insert into retention_pass default values;
comment on column retention_pass.after is 'the last source taken; null: the pass is over';

-- The next sources of the pass, each taken once however many ask. A pass begins when the last one did so long ago.
create function next_source(most integer, rest interval)
  returns table (workspace_id uuid, source_id uuid)
  language plpgsql security definer set search_path = crawl, pg_temp
as $$
declare
  pass retention_pass;
  last uuid;
begin
  select * into pass from retention_pass for update;
  if pass.after is null then
    if pass.begun_at > now() - rest then
      return;
    end if;
    update retention_pass set begun_at = now();
  end if;
  last := coalesce(pass.after, '00000000-0000-0000-0000-000000000000');
  for n in 1..most loop
    select s.workspace_id, s.source_id into workspace_id, source_id
      from snapshot s where s.source_id > last order by s.source_id limit 1;
    if not found then
      update retention_pass set after = null;
      return;
    end if;
    last := source_id;
    return next;
  end loop;
  update retention_pass set after = last;
end
$$;
