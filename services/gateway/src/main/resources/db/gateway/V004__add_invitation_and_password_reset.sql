-- How people come in, and how they come back: invitations, forgotten passwords, and which browsers are signed in.

-- Where a session was opened, so that a person can tell their own browsers apart.
alter table session
  add column address    text not null default '',
  add column user_agent text check (length(user_agent) <= 300);
create index session_member on session (member_id);

-- Somebody asked to join. The link's token is only in the link; here lies its SHA-256.
create table invitation (
  id           uuid primary key,
  workspace_id uuid not null references workspace (id),
  email        text not null check (email = lower(email) and length(email) between 3 and 254),
  role         text not null check (role in ('VIEWER', 'ANALYST', 'ADMIN', 'OWNER')),
  token_hash   text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  invited_by   uuid not null references account (id),
  created_at   timestamptz not null,
  sent_at      timestamptz not null,
  expires_at   timestamptz not null check (expires_at > sent_at),
  accepted_at  timestamptz,
  withdrawn_at timestamptz,
  check (accepted_at is null or withdrawn_at is null)
);
-- One open invitation per address; whoever is asked twice gets the same one again.
create unique index invitation_open on invitation (workspace_id, email)
  where accepted_at is null and withdrawn_at is null;
alter table invitation enable row level security;
create policy invitation_workspace on invitation
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke delete on invitation from ciq_gateway;

-- A forgotten password. No workspace_id for the reason account has none: a password belongs to a person.
create table password_reset (
  id         uuid primary key,
  account_id uuid not null references account (id),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at)
);
create index password_reset_account on password_reset (account_id);

-- The functions below run as the owner, past row-level security, because they are asked before a workspace
-- is known or across the workspaces of one account. See V001.

-- The open invitation of a link: at most one row.
create function invitation_of(p_token_hash text, p_now timestamptz)
returns table (invitation_id uuid, workspace_id uuid, workspace_name text, invited_by text, email text, role text,
  expires_at timestamptz)
language sql stable security definer set search_path = gateway, pg_temp as $$
  select i.id, w.id, w.name, a.name, i.email, i.role, i.expires_at
    from invitation i
    join workspace w on w.id = i.workspace_id
    join account a on a.id = i.invited_by
    where i.token_hash = p_token_hash and i.expires_at > p_now
      and i.accepted_at is null and i.withdrawn_at is null;
$$;

-- The live sessions of an account that has proven itself, in all its workspaces, the last used first.
create function sessions_of(p_account_id uuid, p_now timestamptz, p_idle_seconds double precision)
returns table (session_id uuid, workspace_name text, address text, user_agent text, created_at timestamptz,
  last_seen_at timestamptz)
language sql stable security definer set search_path = gateway, pg_temp as $$
  select s.id, w.name, s.address, s.user_agent, s.created_at, s.last_seen_at
    from session s
    join member m on m.id = s.member_id
    join workspace w on w.id = s.workspace_id
    where m.account_id = p_account_id and s.expires_at > p_now
      and s.last_seen_at > p_now - make_interval(secs => p_idle_seconds)
    order by s.last_seen_at desc, s.id;
$$;

-- Ends sessions of an account, in all its workspaces: one (p_only), or all but one (p_keep), or all.
create function end_sessions_of(p_account_id uuid, p_only uuid, p_keep uuid)
returns bigint
language sql volatile security definer set search_path = gateway, pg_temp as $$
  with gone as (
    delete from session s using member m
      where m.id = s.member_id and m.account_id = p_account_id
        and (p_only is null or s.id = p_only) and (p_keep is null or s.id <> p_keep)
      returning 1)
  select count(*) from gone;
$$;

-- Moves a session of an account to another workspace of the same account; 0 when it is not a member there.
create function enter_workspace(p_session_id uuid, p_account_id uuid, p_workspace_id uuid)
returns bigint
language sql volatile security definer set search_path = gateway, pg_temp as $$
  with moved as (
    update session s set workspace_id = there.workspace_id, member_id = there.id
      from member here, member there
      where s.id = p_session_id and here.id = s.member_id and here.account_id = p_account_id
        and there.account_id = p_account_id and there.workspace_id = p_workspace_id
      returning 1)
  select count(*) from moved;
$$;

-- As before; also links to new passwords that can never be used.
create or replace function sweep_door(p_now timestamptz, p_idle_seconds double precision)
returns bigint
language sql volatile security definer set search_path = gateway, pg_temp as $$
  delete from sign_in_bucket where refilled_at < p_now - interval '1 day';
  delete from password_reset where expires_at <= p_now;
  with gone as (
    delete from session
      where expires_at <= p_now
        or last_seen_at <= p_now - make_interval(secs => p_idle_seconds)
      returning 1)
  select count(*) from gone;
$$;
