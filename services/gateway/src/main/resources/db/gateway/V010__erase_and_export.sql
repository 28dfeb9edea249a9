-- People and workspaces can be erased, and everything of a workspace can be taken along.

-- Deletes up to that many rows of one table at a time, so that no call holds its locks for long: a table first that no row of the workspace
-- refers to any more, by the catalogue, so a table that comes later is covered. What refers to itself or in a circle goes last, in one
-- statement, at whose end the references are checked. As the owner: some of these rows may not be deleted by the service.
create function forget_workspace(most integer) returns bigint
language plpgsql security definer set search_path = gateway, pg_temp as $$
declare
  v_workspace uuid := nullif(current_setting('ciq.workspace', true), '')::uuid;
  v_table record;
  v_other text;
  v_held boolean;
  v_gone bigint;
  v_parts text[] := '{}';
begin
  if v_workspace is null then
    raise exception 'no workspace is bound to the transaction';
  end if;
  for v_table in
    select c.oid, c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
     where c.relnamespace = 'gateway'::regnamespace and c.relkind = 'r' and not a.attisdropped
       and c.relname not in ('member', 'session', 'provider_session', 'api_key', 'audit_entry', 'workspace_erasure')
     order by c.relname
  loop
    v_held := false;
    for v_other in select distinct r.relname from pg_constraint f join pg_class r on r.oid = f.conrelid
                    where f.contype = 'f' and f.confdeltype = 'a' and f.confrelid = v_table.oid loop
      execute format('select exists (select from gateway.%I where workspace_id = $1)', v_other) into v_held using v_workspace;
      exit when v_held;
    end loop;
    if v_held then
      v_parts := v_parts || v_table.relname::text;
      continue;
    end if;
    execute format('delete from gateway.%1$I where ctid = any (array(
        select ctid from gateway.%1$I where workspace_id = $1 limit $2))', v_table.relname) using v_workspace, most;
    get diagnostics v_gone = row_count;
    if v_gone > 0 then
      return v_gone;
    end if;
  end loop;
  if cardinality(v_parts) = 0 then
    return 0;
  end if;
  execute (select 'with ' || string_agg(format('d%s as (delete from gateway.%I where workspace_id = $1 returning 1)', n, name), ', ')
      || ' select ' || string_agg(format('(select count(*) from d%s)', n), ' + ')
    from unnest(v_parts) with ordinality as p(name, n)) into v_gone using v_workspace;
  return v_gone;
end $$;
comment on function forget_workspace is
  'as in the services, but for the members, who see how far it is, and the trail: they go with finish_workspace_erasure';

-- ---- a person ------------------------------------------------------------------------------------------------------------------------

-- Whoever invited may be gone.
alter table invitation alter column invited_by drop not null;
create or replace function invitation_of(p_token_hash text, p_now timestamptz)
returns table (invitation_id uuid, workspace_id uuid, workspace_name text, invited_by text, email text, role text,
  expires_at timestamptz)
language sql stable security definer set search_path = gateway, pg_temp as $$
  select i.id, w.id, w.name, coalesce(a.name, 'a former member'), i.email, i.role, i.expires_at
    from invitation i
    join workspace w on w.id = i.workspace_id
    left join account a on a.id = i.invited_by
    where i.token_hash = p_token_hash and i.expires_at > p_now
      and i.accepted_at is null and i.withdrawn_at is null;
$$;

-- Everything of an account, its trace in the trail included. The caller has made sure that it may go.
create function drop_account(p_account_id uuid) returns void
language plpgsql volatile security definer set search_path = gateway, pg_temp as $$
declare
  v_email text := (select email from account where id = p_account_id);
begin
  delete from request_outcome o using member m
    where m.account_id = p_account_id and (o.caller_id = m.id or o.caller_id in (select id from api_key where member_id = m.id));
  update invitation set invited_by = null where invited_by = p_account_id;
  delete from invitation where email = v_email;
  delete from password_reset where account_id = p_account_id;
  delete from member where account_id = p_account_id;  -- sessions and API keys go with it
  delete from account where id = p_account_id;         -- identities at a provider go with it
  perform forget_audit_person(p_account_id, v_email);
end $$;
revoke execute on function drop_account from public, ciq_gateway;

-- Whether an account may go, under the locks that make the answer hold: OK, UNKNOWN, LAST_OWNER (and of which workspace) or
-- LAST_QUEUE_ADMIN.
create function account_erasable(p_account_id uuid) returns table (verdict text, workspace_name text)
language plpgsql volatile security definer set search_path = gateway, pg_temp as $$
declare
  v_name text;
begin
  perform pg_advisory_xact_lock(723910461);  -- the one under which queue admins are made and unmade
  perform from workspace w where w.id in (select m.workspace_id from member m where m.account_id = p_account_id)
    order by w.id for update;
  if not exists (select from account where id = p_account_id) then
    return query select 'UNKNOWN', null::text;
    return;
  end if;
  select w.name into v_name
    from member m join workspace w on w.id = m.workspace_id
    where m.account_id = p_account_id and m.role = 'OWNER'
      and not exists (select from member o where o.workspace_id = m.workspace_id and o.role = 'OWNER' and o.account_id <> p_account_id)
    order by m.created_at limit 1;
  if found then
    return query select 'LAST_OWNER', v_name;
  elsif exists (select from account where id = p_account_id and queue_admin)
      and not exists (select from account where queue_admin and id <> p_account_id) then
    return query select 'LAST_QUEUE_ADMIN', null::text;
  else
    return query select 'OK', null::text;
  end if;
end $$;

-- Erases a person, or says why not. Each workspace's trail and the door's are told that an account went, not whose it was.
create function erase_account(p_account_id uuid, p_trace_id text, p_now timestamptz)
returns table (verdict text, workspace_name text)
language plpgsql volatile security definer set search_path = gateway, pg_temp as $$
declare
  v_verdict record;
  v_workspaces uuid[];
  v_chain uuid;
begin
  select * into v_verdict from account_erasable(p_account_id);
  if v_verdict.verdict = 'OK' then
    v_workspaces := array(select m.workspace_id from member m where m.account_id = p_account_id order by m.workspace_id);
    perform drop_account(p_account_id);
    foreach v_chain in array v_workspaces || array[null::uuid] loop
      insert into audit_entry (id, workspace_id, account_id, action, address, trace_id, subject, created_at)
        values (gen_random_uuid(), v_chain, p_account_id, 'ACCOUNT_ERASED', null, p_trace_id, 'account ' || p_account_id, p_now);
    end loop;
  end if;
  return query select v_verdict.verdict, v_verdict.workspace_name;
end $$;

-- ---- a workspace ---------------------------------------------------------------------------------------------------------------------

-- A workspace that is to be erased. The row outlives it and is then the receipt: an id that names nothing any more, and numbers.
create table workspace_erasure (
  workspace_id uuid primary key,
  -- CLOSED: nobody works in it until erase_after. OPENING: taken back, the services are not told yet. ERASING, ERASED.
  state        text not null check (state in ('CLOSED', 'OPENING', 'ERASING', 'ERASED')),
  asked_by     uuid,
  asked_at     timestamptz not null,
  erase_after  timestamptz not null check (erase_after >= asked_at),
  step         text,                                 -- what is being erased
  deleted      bigint not null default 0,            -- rows so far
  trouble      text,                                 -- why the last try stopped; the next goes on
  held_until   timestamptz not null default '-infinity', -- by the gateway that is at it
  finished_at  timestamptz,
  check ((state = 'ERASED') = (finished_at is not null)),
  check (state <> 'ERASED' or asked_by is null)
);
alter table workspace_erasure enable row level security;
create policy workspace_erasure_workspace on workspace_erasure
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

-- The next workspace there is something to do for, for one gateway at a time. Looks over all workspaces and gives ids only.
create function claim_workspace_erasure(p_now timestamptz, p_held_until timestamptz)
returns table (workspace_id uuid, state text)
language sql volatile security definer set search_path = gateway, pg_temp as $$
  update workspace_erasure e
     set held_until = p_held_until,
         state = case when e.state = 'CLOSED' and e.erase_after <= p_now then 'ERASING' else e.state end
   where e.workspace_id = (
     select n.workspace_id from workspace_erasure n
      where n.state <> 'ERASED' and n.held_until <= p_now
      order by n.held_until, n.asked_at limit 1 for update skip locked)
  returning e.workspace_id, e.state;
$$;

-- As before, with whether the workspace is closed. See V001 for why they run as the owner.
drop function resume_session(text, timestamptz, double precision, boolean);
create function resume_session(
  p_token_hash text, p_now timestamptz, p_idle_seconds double precision, p_touch boolean)
returns table (session_id uuid, workspace_id uuid, workspace_name text, member_id uuid,
  account_id uuid, name text, email text, role text, queue_admin boolean, closed boolean)
language sql volatile security definer set search_path = gateway, pg_temp as $$
  update session set last_seen_at = p_now
    where p_touch and token_hash = p_token_hash and expires_at > p_now
      and last_seen_at > p_now - make_interval(secs => p_idle_seconds)
      and last_seen_at < p_now - interval '1 minute';
  select s.id, w.id, w.name, m.id, a.id, a.name, a.email, m.role, a.queue_admin,
      exists (select from workspace_erasure e where e.workspace_id = w.id and e.state <> 'OPENING')
    from session s
    join workspace w on w.id = s.workspace_id
    join member m on m.id = s.member_id
    join account a on a.id = m.account_id
    where s.token_hash = p_token_hash and s.expires_at > p_now
      and s.last_seen_at > p_now - make_interval(secs => p_idle_seconds);
$$;
drop function resume_api_key(uuid, text, timestamptz, boolean);
create function resume_api_key(p_id uuid, p_secret_hash text, p_now timestamptz, p_touch boolean)
returns table (state text, workspace_id uuid, workspace_name text, member_id uuid, account_id uuid,
  name text, email text, role text, scope text, closed boolean)
language sql volatile security definer set search_path = gateway, pg_temp as $$
  update api_key set last_used_at = p_now
    where p_touch and id = p_id
      and (secret_hash = p_secret_hash or previous_hash = p_secret_hash and previous_until > p_now)
      and revoked_at is null and (expires_at is null or expires_at > p_now)
      and (last_used_at is null or last_used_at < p_now - interval '1 minute');
  select case
      when k.revoked_at is not null then 'REVOKED'
      when k.secret_hash <> p_secret_hash and k.previous_until <= p_now then 'REPLACED'
      when k.expires_at <= p_now then 'EXPIRED'
      else 'LIVE' end,
      w.id, w.name, m.id, a.id, a.name, a.email, m.role, k.scope,
      exists (select from workspace_erasure e where e.workspace_id = w.id and e.state <> 'OPENING')
    from api_key k
    join workspace w on w.id = k.workspace_id
    join member m on m.id = k.member_id
    join account a on a.id = m.account_id
    where k.id = p_id and (k.secret_hash = p_secret_hash or k.previous_hash = p_secret_hash);
$$;

-- As before, and one thing more: the chain of a workspace that is erased goes as a whole. Its head stays in the door's chain.
create or replace function refuse_audit_change() returns trigger
language plpgsql set search_path = gateway, pg_temp as $$
declare
  v_allowed audit_entry;
begin
  if tg_op = 'DELETE' then
    if old.chain::text = current_setting('ciq.erased_chain', true)
        and exists (select from workspace_erasure e where e.workspace_id = old.chain and e.state = 'ERASING') then
      return old;
    end if;
  end if;
  if tg_op = 'UPDATE' then
    v_allowed := old;
    if new.origin_salt is null then
      v_allowed.origin_salt := null;
      v_allowed.address := null;
      v_allowed.user_agent := null;
    end if;
    if new.detail_salt is null then
      v_allowed.detail_salt := null;
      v_allowed.subject := null;
      v_allowed.state_before := null;
      v_allowed.state_after := null;
    end if;
    if new is not distinct from v_allowed then
      return new;
    end if;
  end if;
  raise exception 'the audit trail is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;

-- The last step, once nothing else is left: members, accounts that belong nowhere else (but the last queue admin), the trail, the
-- workspace. The door's chain is told where the workspace's ended. False when the workspace is not being erased.
create function finish_workspace_erasure(p_workspace uuid, p_trace_id text, p_now timestamptz) returns boolean
language plpgsql volatile security definer set search_path = gateway, pg_temp as $$
declare
  v_erasure workspace_erasure;
  v_head audit_head;
  v_account uuid;
begin
  select * into v_erasure from workspace_erasure e where e.workspace_id = p_workspace and e.state = 'ERASING' for update;
  if not found then
    return false;
  end if;
  perform pg_advisory_xact_lock(723910461);
  perform from workspace w where w.id = p_workspace for update;
  delete from invitation where workspace_id = p_workspace;
  for v_account in
    select m.account_id from member m
     where m.workspace_id = p_workspace
       and not exists (select from member o where o.account_id = m.account_id and o.workspace_id <> p_workspace)
  loop
    delete from member where account_id = v_account;
    continue when exists (select from account where id = v_account and queue_admin)
      and not exists (select from account where queue_admin and id <> v_account)
      and exists (select from member where workspace_id <> p_workspace);
    perform drop_account(v_account);
  end loop;
  delete from member where workspace_id = p_workspace;
  select * into v_head from audit_head where chain = p_workspace;
  perform set_config('ciq.erased_chain', p_workspace::text, true);
  delete from audit_entry where chain = p_workspace;
  delete from audit_head where chain = p_workspace;
  perform set_config('ciq.erased_chain', '', true);
  delete from workspace where id = p_workspace;
  insert into audit_entry (id, action, trace_id, subject, state_before, state_after, created_at)
    values (gen_random_uuid(), 'WORKSPACE_ERASED', p_trace_id, 'workspace ' || p_workspace,
      jsonb_build_object('auditSequence', coalesce(v_head.sequence, 0), 'auditHash', v_head.hash)::text,
      jsonb_build_object('deletedRows', v_erasure.deleted)::text, p_now);
  update workspace_erasure set state = 'ERASED', asked_by = null, step = null, trouble = null, finished_at = p_now
    where workspace_id = p_workspace;
  return true;
end $$;

-- ---- an export -----------------------------------------------------------------------------------------------------------------------

create table workspace_export (
  id           uuid primary key,
  workspace_id uuid not null references workspace (id),
  state        text not null check (state in ('WAITING', 'RUNNING', 'READY', 'FAILED')),
  asked_by     uuid not null,
  asked_at     timestamptz not null,
  finished_at  timestamptz,
  expires_at   timestamptz not null check (expires_at > asked_at),
  step         text,                       -- the file being written
  entries      bigint not null default 0,  -- lines so far
  bytes        bigint not null default 0,  -- of the file so far
  tries        integer not null default 0,
  trouble      text,
  held_until   timestamptz not null default '-infinity',
  check ((state in ('READY', 'FAILED')) = (finished_at is not null))
);
create index workspace_export_newest on workspace_export (workspace_id, asked_at desc);
-- One at a time in a workspace.
create unique index workspace_export_open on workspace_export (workspace_id) where state in ('WAITING', 'RUNNING');
alter table workspace_export enable row level security;
create policy workspace_export_workspace on workspace_export
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

-- The file in pieces, so that neither writing nor reading it needs it as a whole, and every gateway has it.
create table workspace_export_part (
  export_id    uuid not null references workspace_export (id) on delete cascade,
  position     integer not null check (position >= 0),
  workspace_id uuid not null,
  body         bytea not null,
  primary key (export_id, position)
);
alter table workspace_export_part alter column body set storage external;
alter table workspace_export_part enable row level security;
create policy workspace_export_part_workspace on workspace_export_part
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

-- The next export to make, for one gateway at a time; one that a gateway left behind is begun anew.
create function claim_workspace_export(p_now timestamptz, p_held_until timestamptz)
returns table (export_id uuid, workspace_id uuid, tries integer)
language sql volatile security definer set search_path = gateway, pg_temp as $$
  update workspace_export e set state = 'RUNNING', held_until = p_held_until, tries = e.tries + 1
   where e.id = (
     select n.id from workspace_export n
      where n.state in ('WAITING', 'RUNNING') and n.held_until <= p_now
      order by n.asked_at limit 1 for update skip locked)
  returning e.id, e.workspace_id, e.tries;
$$;

-- Members as people know them.
create view member_profile with (security_invoker = true) as
  select m.id, m.workspace_id, m.account_id, m.role, m.created_at, a.name, a.email
    from member m join account a on a.id = m.account_id;

-- Lets exports go whose time is over.
create function sweep_workspace_exports(p_now timestamptz) returns bigint
language sql volatile security definer set search_path = gateway, pg_temp as $$
  with gone as (delete from workspace_export where expires_at <= p_now returning 1)
  select count(*) from gone;
$$;
