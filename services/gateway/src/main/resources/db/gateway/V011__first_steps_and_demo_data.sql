-- Who has seen enough of the list of first steps. Which steps are done is never stored: the facts say it.
create table first_steps_dismissal (
  member_id    uuid primary key references member (id) on delete cascade,
  workspace_id uuid not null references workspace (id),
  dismissed_at timestamptz not null
);
alter table first_steps_dismissal enable row level security;
create policy first_steps_dismissal_workspace on first_steps_dismissal
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

-- ---- demo data -----------------------------------------------------------------------------------------------------------------------

-- Demo data fills a workspace of its own, so that nothing real is ever beside it and removing it is erasing a workspace.
alter table workspace add column demo_home uuid, add column demo_loaded_at timestamptz;
comment on column workspace.demo_home is 'where whoever looks around here came from and goes back to; null for a workspace where work is done';
comment on column workspace.demo_loaded_at is 'when the services had taken the demo data in; null while they have not';

-- As before, with whether it is demo data. See V001 for why they run as the owner. In PL/pgSQL, for every request asks it: a function in
-- SQL is planned anew with each call, which took longer than its joins; this one is planned once for a connection.
drop function resume_session(text, timestamptz, double precision, boolean);
create function resume_session(
  p_token_hash text, p_now timestamptz, p_idle_seconds double precision, p_touch boolean)
returns table (session_id uuid, workspace_id uuid, workspace_name text, member_id uuid,
  account_id uuid, name text, email text, role text, queue_admin boolean, closed boolean, demo boolean)
language plpgsql volatile security definer set search_path = gateway, pg_temp as $$
#variable_conflict use_column
begin
  if p_touch then
    update session set last_seen_at = p_now
      where token_hash = p_token_hash and expires_at > p_now
        and last_seen_at > p_now - make_interval(secs => p_idle_seconds)
        and last_seen_at < p_now - interval '1 minute';
  end if;
  return query
    select s.id, w.id, w.name, m.id, a.id, a.name, a.email, m.role, a.queue_admin,
        exists (select from workspace_erasure e where e.workspace_id = w.id and e.state <> 'OPENING'), w.demo_home is not null
      from session s
      join workspace w on w.id = s.workspace_id
      join member m on m.id = s.member_id
      join account a on a.id = m.account_id
      where s.token_hash = p_token_hash and s.expires_at > p_now
        and s.last_seen_at > p_now - make_interval(secs => p_idle_seconds);
end
$$;

-- Nobody starts where nothing is real: those come last.
create or replace function memberships_of(p_account_id uuid)
returns table (member_id uuid, workspace_id uuid, workspace_name text, role text)
language sql stable security definer set search_path = gateway, pg_temp as $$
  select m.id, w.id, w.name, m.role
    from member m join workspace w on w.id = m.workspace_id
    where m.account_id = p_account_id
    order by w.demo_home is not null, m.created_at, m.id;
$$;

-- Where an account looks around, and whether everything is there; at most one row.
create function demo_of(p_account_id uuid)
returns table (workspace_id uuid, home uuid, loaded boolean)
language sql stable security definer set search_path = gateway, pg_temp as $$
  select w.id, w.demo_home, w.demo_loaded_at is not null
    from member m join workspace w on w.id = m.workspace_id
    where m.account_id = p_account_id and w.demo_home is not null
    order by m.created_at, m.id limit 1;
$$;

-- The account looks around no longer: its sessions go back to where they came from, or to the oldest workspace it belongs to. What nobody
-- looks at any more is erased. Says from where to where; empty when there was nothing to leave.
create function leave_demo(p_account_id uuid)
returns table (demo uuid, home uuid)
language plpgsql volatile security definer set search_path = gateway, pg_temp as $$
declare
  v_there record;
begin
  for v_there in
    select m.id as member_id, m.workspace_id, home.id as home_member, home.workspace_id as home_id
      from member m join workspace w on w.id = m.workspace_id and w.demo_home is not null
      left join lateral (
        select h.id, h.workspace_id from member h join workspace hw on hw.id = h.workspace_id and hw.demo_home is null
         where h.account_id = p_account_id
         order by h.workspace_id <> w.demo_home, h.created_at, h.id limit 1) home on true
     where m.account_id = p_account_id
  loop
    update session set workspace_id = v_there.home_id, member_id = v_there.home_member
      where member_id = v_there.member_id and v_there.home_member is not null;
    delete from member where id = v_there.member_id;
    return query select v_there.workspace_id, v_there.home_id;
  end loop;
end $$;

create function erase_left_demo() returns trigger
language plpgsql security definer set search_path = gateway, pg_temp as $$
begin
  if exists (select from workspace w where w.id = old.workspace_id and w.demo_home is not null)
      and not exists (select from member m where m.workspace_id = old.workspace_id) then
    insert into workspace_erasure (workspace_id, state, asked_at, erase_after) values (old.workspace_id, 'CLOSED', now(), now())
      on conflict do nothing;
  end if;
  return null;
end $$;
create trigger erase_left_demo after delete on member for each row execute function erase_left_demo();

-- As before, but who belongs elsewhere only to look around belongs nowhere else.
create or replace function finish_workspace_erasure(p_workspace uuid, p_trace_id text, p_now timestamptz) returns boolean
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
       and not exists (select from member o join workspace ow on ow.id = o.workspace_id and ow.demo_home is null
                        where o.account_id = m.account_id and o.workspace_id <> p_workspace)
  loop
    delete from member where account_id = v_account;
    continue when exists (select from account where id = v_account and queue_admin)
      and not exists (select from account where queue_admin and id <> v_account)
      and exists (select from member m join workspace mw on mw.id = m.workspace_id and mw.demo_home is null
                   where m.workspace_id <> p_workspace);
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

-- As before, but no provider names a workspace where nothing is real: it belongs to whoever looks around in it.
create or replace function workspaces_named(p_names text[])
returns table (workspace_id uuid, workspace_name text)
language sql stable security definer set search_path = gateway, pg_temp as $$
  select w.id, w.name
    from workspace w
    join unnest(p_names) with ordinality as wanted (name, position)
      on w.id::text = lower(wanted.name) or lower(w.name) = lower(wanted.name)
    where w.demo_home is null
    order by wanted.position, w.created_at, w.id;
$$;
create or replace function oldest_workspace()
returns table (workspace_id uuid, workspace_name text)
language sql stable security definer set search_path = gateway, pg_temp as $$
  select w.id, w.name from workspace w where w.demo_home is null order by w.created_at, w.id limit 1;
$$;
