-- What a request under an Idempotency-Key led to, for the day in which it may be repeated. Neither the key nor the
-- answer lies here in clear: an answer may hold a secret that is shown once (see docs/adr/0027).
create table request_outcome (
  -- No reference: within a day the row is gone in any case.
  workspace_id uuid not null,
  -- The member, or the API key, that asked.
  caller_id    uuid not null,
  key_hash     bytea not null check (length(key_hash) = 32),
  request_hash bytea not null check (length(request_hash) = 32),
  -- Whoever runs the request; it is given up when the lease ends without an outcome.
  lease        uuid not null,
  leased_until timestamptz not null,
  -- Null while it runs.
  status       smallint check (status between 200 and 499),
  -- Headers and body, sealed; null while it runs.
  answer       bytea check (length(answer) <= 1048576),
  created_at   timestamptz not null,
  primary key (workspace_id, caller_id, key_hash),
  check ((status is null) = (answer is null))
);
create index request_outcome_created_at on request_outcome (created_at);
alter table request_outcome enable row level security;
create policy request_outcome_workspace on request_outcome
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

-- Forgets what is too old to be repeated, of all workspaces; returns no business row.
create function sweep_request_outcomes(p_before timestamptz)
returns bigint
language sql volatile security definer set search_path = gateway, pg_temp as $$
  with gone as (delete from request_outcome where created_at < p_before returning 1)
  select count(*) from gone;
$$;
