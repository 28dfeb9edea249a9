-- Who may operate the job queues. They belong to the installation, not to a workspace, so the role is the account's and
-- no membership can give it. The account that set the installation up has it and can grant it.
alter table account add column queue_admin boolean not null default false;
update account set queue_admin = true
 where id = (select id from account order by created_at, id limit 1);

-- The trail also tells what was changed, and from what to what.
alter table audit_entry
  add column subject text check (length(subject) <= 300),
  add column state_before text check (length(state_before) <= 4000),
  add column state_after text check (length(state_after) <= 4000),
  drop constraint audit_entry_action_check,
  add constraint audit_entry_action_check check (action in (
    'SETUP', 'SIGN_IN', 'SIGN_IN_FAILED', 'SIGN_OUT',
    'QUEUE_PAUSED', 'QUEUE_RESUMED', 'QUEUE_DRAINED', 'QUEUE_REOPENED', 'QUEUE_SETTINGS_CHANGED',
    'JOB_RETRIED', 'JOB_CANCELLED', 'JOB_PROMOTED', 'DEAD_LETTERS_REDRIVEN', 'DEAD_LETTERS_PURGED',
    'WORKER_DRAINED', 'WORKER_RESUMED', 'QUEUE_ADMIN_GRANTED', 'QUEUE_ADMIN_REVOKED'));

-- As before, with the account's role. See V001 for why it runs as the owner.
drop function resume_session(text, timestamptz, double precision, boolean);
create function resume_session(
  p_token_hash text, p_now timestamptz, p_idle_seconds double precision, p_touch boolean)
returns table (session_id uuid, workspace_id uuid, workspace_name text, member_id uuid,
  account_id uuid, name text, email text, role text, queue_admin boolean)
language sql volatile security definer set search_path = gateway, pg_temp as $$
  update session set last_seen_at = p_now
    where p_touch and token_hash = p_token_hash and expires_at > p_now
      and last_seen_at > p_now - make_interval(secs => p_idle_seconds)
      and last_seen_at < p_now - interval '1 minute';
  select s.id, w.id, w.name, m.id, a.id, a.name, a.email, m.role, a.queue_admin
    from session s
    join workspace w on w.id = s.workspace_id
    join member m on m.id = s.member_id
    join account a on a.id = m.account_id
    where s.token_hash = p_token_hash and s.expires_at > p_now
      and s.last_seen_at > p_now - make_interval(secs => p_idle_seconds);
$$;
