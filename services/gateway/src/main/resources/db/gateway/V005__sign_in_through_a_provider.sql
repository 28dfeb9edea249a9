-- People may sign in through an OpenID Connect provider, which stays the truth about who they are and what they may do.

-- Who the provider's subject is here. No workspace_id for the same reason as account: it is asked before any workspace is known.
create table account_identity (
  issuer     text not null check (length(issuer) between 1 and 500),
  subject    text not null check (length(subject) between 1 and 255),
  account_id uuid not null references account (id) on delete cascade,
  created_at timestamptz not null,
  primary key (issuer, subject)
);
create index account_identity_account_id on account_identity (account_id);

-- Whoever only ever came through the provider has no password here, and nothing can be guessed.
alter table account alter column password_hash drop not null;

-- What keeps a session in step with the provider. Both tokens are sealed (libs/seal) for this session alone.
create table provider_session (
  session_id       uuid primary key references session (id) on delete cascade,
  workspace_id     uuid not null references workspace (id),
  account_id       uuid not null references account (id) on delete cascade,
  issuer           text not null,
  subject          text not null,
  provider_sid     text,
  refresh_key_id   text not null,
  refresh_token    bytea not null,
  id_token_key_id  text not null,
  id_token         bytea not null,
  -- When the provider last said what this person may do, when somebody last began to ask, when that last failed.
  checked_at       timestamptz not null,
  claimed_at       timestamptz,
  failed_at        timestamptz
);
create index provider_session_subject on provider_session (issuer, subject);
alter table provider_session enable row level security;
create policy provider_session_workspace on provider_session
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

-- The functions below run as the owner, past row-level security, for the reason V001 gives.

-- How long ago the provider was asked about a session; asked with every request, right after resume_session named the session.
-- claimed: the caller is the one to ask now, nobody else will before the lease ends.
create function claim_provider_check(
  p_session_id uuid, p_now timestamptz, p_due_before timestamptz, p_lease_before timestamptz)
returns table (claimed boolean, checked_at timestamptz, failing boolean, subject text, refresh_key_id text,
  refresh_token bytea)
language sql volatile security definer set search_path = gateway, pg_temp as $$
  with mine as (
    update provider_session p set claimed_at = p_now
      where p.session_id = p_session_id and p.checked_at < p_due_before
        and (p.claimed_at is null or p.claimed_at < p_lease_before)
      returning p.session_id)
  select exists (select 1 from mine), p.checked_at, coalesce(p.failed_at >= p.claimed_at, false), p.subject,
      p.refresh_key_id, p.refresh_token
    from provider_session p where p.session_id = p_session_id;
$$;

-- The sessions a provider's signed word ends: one of its own sessions, or everything of a person.
create function sessions_of_provider(p_issuer text, p_subject text, p_provider_sid text)
returns table (session_id uuid, workspace_id uuid, account_id uuid)
language sql stable security definer set search_path = gateway, pg_temp as $$
  select p.session_id, p.workspace_id, p.account_id
    from provider_session p
    where p.issuer = p_issuer and (p_subject is not null or p_provider_sid is not null)
      and (p_subject is null or p.subject = p_subject)
      and (p_provider_sid is null or p.provider_sid = p_provider_sid);
$$;
create index provider_session_sid on provider_session (issuer, provider_sid);

-- The workspaces a provider names, by id or by name, in its order; without a name the installation's oldest.
create function workspaces_named(p_names text[])
returns table (workspace_id uuid, workspace_name text)
language sql stable security definer set search_path = gateway, pg_temp as $$
  select w.id, w.name
    from workspace w
    join unnest(p_names) with ordinality as wanted (name, position)
      on w.id::text = lower(wanted.name) or lower(w.name) = lower(wanted.name)
    order by wanted.position, w.created_at, w.id;
$$;
create function oldest_workspace()
returns table (workspace_id uuid, workspace_name text)
language sql stable security definer set search_path = gateway, pg_temp as $$
  select w.id, w.name from workspace w order by w.created_at, w.id limit 1;
$$;
