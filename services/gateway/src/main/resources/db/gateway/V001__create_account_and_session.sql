-- Who may come in, into which workspace, and what they did at the door.

-- A person. No workspace_id on purpose: an account may belong to several workspaces and is looked up
-- by its address before any workspace is known. It holds nothing of a workspace.
create table account (
  id            uuid primary key,
  email         text not null unique check (email = lower(email) and length(email) between 3 and 254),
  name          text not null check (length(name) between 1 and 200),
  -- Argon2id in PHC form: the parameters travel with the hash, so they can be raised at any time.
  password_hash text not null check (password_hash like '$argon2id$v=19$%'),
  created_at    timestamptz not null default now()
);

create table workspace (
  id         uuid primary key,
  name       text not null check (length(name) between 1 and 200),
  created_at timestamptz not null default now()
);
alter table workspace enable row level security;
create policy workspace_workspace on workspace
  using (id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (id = nullif(current_setting('ciq.workspace', true), '')::uuid);

create table member (
  id           uuid primary key,
  workspace_id uuid not null references workspace (id),
  account_id   uuid not null references account (id),
  role         text not null check (role in ('VIEWER', 'ANALYST', 'ADMIN', 'OWNER')),
  created_at   timestamptz not null default now(),
  unique (account_id, workspace_id)
);
alter table member enable row level security;
create policy member_workspace on member
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

-- One signed-in browser. The token itself is only in the browser's cookie; here lies its SHA-256.
create table session (
  id           uuid primary key,
  workspace_id uuid not null references workspace (id),
  member_id    uuid not null references member (id) on delete cascade,
  token_hash   text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null check (expires_at > created_at)
);
create index session_expires_at on session (expires_at);
alter table session enable row level security;
create policy session_workspace on session
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

-- What happened at the door. A failed sign-in of an unknown person belongs to no workspace: such rows
-- can be written, and no workspace can read them.
create table audit_entry (
  id           uuid primary key,
  workspace_id uuid,
  account_id   uuid,
  action       text not null check (action in ('SETUP', 'SIGN_IN', 'SIGN_IN_FAILED', 'SIGN_OUT')),
  address      text not null,
  user_agent   text check (length(user_agent) <= 300),
  trace_id     text not null,
  created_at   timestamptz not null
);
create index audit_entry_workspace_id on audit_entry (workspace_id, id);
alter table audit_entry enable row level security;
create policy audit_entry_workspace on audit_entry for select
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
create policy audit_entry_append on audit_entry for insert
  with check (workspace_id is null
    or workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update, delete on audit_entry from ciq_gateway;

-- Token buckets that slow down guessing. Keys are hashes of account and address; no workspace is known
-- when they are read.
create table sign_in_bucket (
  key         text primary key,
  tokens      double precision not null check (tokens >= 0),
  refilled_at timestamptz not null
);
create index sign_in_bucket_refilled_at on sign_in_bucket (refilled_at);

-- Takes one token; returns the seconds to wait when there is none, else 0.
create function take_sign_in_token(
  p_key text, p_burst integer, p_refill_seconds double precision, p_now timestamptz)
returns double precision
language plpgsql as $$
declare
  v_tokens double precision;
begin
  insert into sign_in_bucket (key, tokens, refilled_at) values (p_key, p_burst, p_now)
    on conflict (key) do nothing;
  select least(p_burst,
      tokens + greatest(0, extract(epoch from p_now - refilled_at)) / p_refill_seconds)
    into v_tokens from sign_in_bucket where key = p_key for update;
  if v_tokens >= 1 then
    update sign_in_bucket set tokens = v_tokens - 1, refilled_at = p_now where key = p_key;
    return 0;
  end if;
  update sign_in_bucket set tokens = v_tokens, refilled_at = p_now where key = p_key;
  return (1 - v_tokens) * p_refill_seconds;
end $$;

-- The functions below run as the owner, past row-level security, because they are asked before a
-- workspace is known. Each takes the one key that proves the question, and returns no business row.

-- The live session of a cookie: at most one row. p_touch marks it as used, at most once a minute.
create function resume_session(
  p_token_hash text, p_now timestamptz, p_idle_seconds double precision, p_touch boolean)
returns table (session_id uuid, workspace_id uuid, workspace_name text, member_id uuid,
  account_id uuid, name text, email text, role text)
language sql volatile security definer set search_path = gateway, pg_temp as $$
  update session set last_seen_at = p_now
    where p_touch and token_hash = p_token_hash and expires_at > p_now
      and last_seen_at > p_now - make_interval(secs => p_idle_seconds)
      and last_seen_at < p_now - interval '1 minute';
  select s.id, w.id, w.name, m.id, a.id, a.name, a.email, m.role
    from session s
    join workspace w on w.id = s.workspace_id
    join member m on m.id = s.member_id
    join account a on a.id = m.account_id
    where s.token_hash = p_token_hash and s.expires_at > p_now
      and s.last_seen_at > p_now - make_interval(secs => p_idle_seconds);
$$;

-- The workspaces of an account whose password has just been proven, the oldest membership first.
create function memberships_of(p_account_id uuid)
returns table (member_id uuid, workspace_id uuid, workspace_name text, role text)
language sql stable security definer set search_path = gateway, pg_temp as $$
  select m.id, w.id, w.name, m.role
    from member m join workspace w on w.id = m.workspace_id
    where m.account_id = p_account_id
    order by m.created_at, m.id;
$$;

-- Removes sessions that can never be resumed and buckets that have long been full again.
create function sweep_door(p_now timestamptz, p_idle_seconds double precision)
returns bigint
language sql volatile security definer set search_path = gateway, pg_temp as $$
  delete from sign_in_bucket where refilled_at < p_now - interval '1 day';
  with gone as (
    delete from session
      where expires_at <= p_now
        or last_seen_at <= p_now - make_interval(secs => p_idle_seconds)
      returning 1)
  select count(*) from gone;
$$;
