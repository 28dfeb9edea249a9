-- A view of signals as an RSS feed, readable by whoever has its address. The address holds a token that is
-- kept as a hash only.
create table view_feed (
  id           uuid primary key,
  workspace_id uuid not null,
  name         text not null check (length(name) between 1 and 100),
  query        jsonb not null,
  token_hash   bytea not null unique,
  created_by   uuid not null,
  created_at   timestamptz not null,
  revoked_at   timestamptz
);
create index view_feed_list on view_feed (workspace_id, created_at) where revoked_at is null;
alter table view_feed enable row level security;
create policy view_feed_workspace on view_feed
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke delete on view_feed from ciq_analysis;

create function view_feed_by_token(hash bytea) returns table (id uuid, workspace_id uuid)
  language sql stable security definer set search_path = analysis, pg_temp
as $$
  select f.id, f.workspace_id from analysis.view_feed f
  where f.token_hash = hash and f.revoked_at is null
$$;
