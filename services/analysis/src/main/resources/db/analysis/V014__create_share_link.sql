-- One edition or one signal, readable by whoever has the link until it expires or is revoked. The token is
-- kept as a hash only.
create table share_link (
  id             uuid primary key,
  workspace_id   uuid not null,
  kind           text not null check (kind in ('EDITION', 'SIGNAL')),
  target_id      uuid not null,
  title          text not null,
  token_hash     bytea not null unique,
  opened         bigint not null default 0,
  last_opened_at timestamptz,
  created_by     uuid not null,
  created_at     timestamptz not null,
  expires_at     timestamptz not null check (expires_at > created_at),
  revoked_at     timestamptz
);
create index share_link_list on share_link (workspace_id, created_at desc, id desc);
create index share_link_of_target on share_link (target_id);
alter table share_link enable row level security;
create policy share_link_workspace on share_link
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke update, delete on share_link from ciq_analysis;
grant update (revoked_at) on share_link to ciq_analysis;

-- Opens the link with this token: counts it while it is good, and says how it stands.
create function open_share_link(hash bytea, at timestamptz)
  returns table (id uuid, workspace_id uuid, kind text, target_id uuid, title text, expires_at timestamptz,
                 revoked boolean)
  language sql volatile security definer set search_path = analysis, pg_temp
as $$
  with counted as (
    update analysis.share_link l set opened = l.opened + 1, last_opened_at = at
    where l.token_hash = hash and l.revoked_at is null and l.expires_at > at)
  select l.id, l.workspace_id, l.kind, l.target_id, l.title, l.expires_at, l.revoked_at is not null
  from analysis.share_link l where l.token_hash = hash
$$;
