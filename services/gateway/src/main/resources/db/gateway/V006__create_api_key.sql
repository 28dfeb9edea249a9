-- A key with which a program asks in the name of the member who made it. The secret is only with whoever holds the key;
-- here lies the SHA-256 of its 256 random bits. A key ends with the membership it acts for.
create table api_key (
  id             uuid primary key,
  workspace_id   uuid not null references workspace (id),
  member_id      uuid not null references member (id) on delete cascade,
  name           text not null check (length(name) between 1 and 100),
  scope          text not null check (scope in ('READ', 'WRITE', 'ADMIN')),
  secret_hash    text not null check (secret_hash ~ '^[0-9a-f]{64}$'),
  -- The secret before the last rotation, and until when it goes on.
  previous_hash  text check (previous_hash ~ '^[0-9a-f]{64}$'),
  previous_until timestamptz,
  -- What a rotation renews; null: it does not expire.
  lifetime_days  integer check (lifetime_days between 1 and 365),
  created_at     timestamptz not null,
  rotated_at     timestamptz,
  last_used_at   timestamptz,
  expires_at     timestamptz check (expires_at > created_at),
  revoked_at     timestamptz,
  check ((previous_hash is null) = (previous_until is null)),
  check ((lifetime_days is null) = (expires_at is null))
);
create index api_key_workspace_id on api_key (workspace_id, id);
alter table api_key enable row level security;
create policy api_key_workspace on api_key
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

-- Who a key stands for: at most one row, and none for a wrong secret. Runs as the owner, past row-level security, because
-- it is asked before a workspace is known; the hash of the secret proves the question. p_touch marks the key as used, at
-- most once a minute.
create function resume_api_key(p_id uuid, p_secret_hash text, p_now timestamptz, p_touch boolean)
returns table (state text, workspace_id uuid, workspace_name text, member_id uuid, account_id uuid,
  name text, email text, role text, scope text)
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
      w.id, w.name, m.id, a.id, a.name, a.email, m.role, k.scope
    from api_key k
    join workspace w on w.id = k.workspace_id
    join member m on m.id = k.member_id
    join account a on a.id = m.account_id
    where k.id = p_id and (k.secret_hash = p_secret_hash or k.previous_hash = p_secret_hash);
$$;
