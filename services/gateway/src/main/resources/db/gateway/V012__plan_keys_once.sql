-- Every request with a key asks this; as resume_session it is planned once for a connection. What it does is as before.
create or replace function resume_api_key(p_id uuid, p_secret_hash text, p_now timestamptz, p_touch boolean)
returns table (state text, workspace_id uuid, workspace_name text, member_id uuid, account_id uuid,
  name text, email text, role text, scope text, closed boolean)
language plpgsql volatile security definer set search_path = gateway, pg_temp as $$
#variable_conflict use_column
begin
  if p_touch then
    update api_key set last_used_at = p_now
      where id = p_id
        and (secret_hash = p_secret_hash or previous_hash = p_secret_hash and previous_until > p_now)
        and revoked_at is null and (expires_at is null or expires_at > p_now)
        and (last_used_at is null or last_used_at < p_now - interval '1 minute');
  end if;
  return query
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
end
$$;
