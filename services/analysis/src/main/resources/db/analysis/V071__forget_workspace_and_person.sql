-- A workspace that is erased leaves nothing here, and a person who is erased leaves no address and no name.

-- Deletes up to that many rows of one table at a time, so that no call holds its locks for long: a table first that no row of the workspace
-- refers to any more, by the catalogue, so a table that comes later is covered. What refers to itself or in a circle goes last, in one
-- statement, at whose end the references are checked. As the owner: some of these rows may not be deleted by the service.
create function forget_workspace(most integer) returns bigint
language plpgsql security definer set search_path = analysis, pg_temp as $$
declare
  v_workspace uuid := nullif(current_setting('ciq.workspace', true), '')::uuid;
  v_table record;
  v_other text;
  v_held boolean;
  v_gone bigint;
  v_parts text[] := '{}';
begin
  if v_workspace is null then
    raise exception 'no workspace is bound to the transaction';
  end if;
  for v_table in
    select c.oid, c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
     where c.relnamespace = 'analysis'::regnamespace and c.relkind = 'r' and not a.attisdropped
     order by c.relname
  loop
    v_held := false;
    for v_other in select distinct r.relname from pg_constraint f join pg_class r on r.oid = f.conrelid
                    where f.contype = 'f' and f.confdeltype = 'a' and f.confrelid = v_table.oid loop
      execute format('select exists (select from analysis.%I where workspace_id = $1)', v_other) into v_held using v_workspace;
      exit when v_held;
    end loop;
    if v_held then
      v_parts := v_parts || v_table.relname::text;
      continue;
    end if;
    execute format('delete from analysis.%1$I where ctid = any (array(
        select ctid from analysis.%1$I where workspace_id = $1 limit $2))', v_table.relname) using v_workspace, most;
    get diagnostics v_gone = row_count;
    if v_gone > 0 then
      return v_gone;
    end if;
  end loop;
  if cardinality(v_parts) = 0 then
    return 0;
  end if;
  execute (select 'with ' || string_agg(format('d%s as (delete from analysis.%I where workspace_id = $1 returning 1)', n, name), ', ')
      || ' select ' || string_agg(format('(select count(*) from d%s)', n), ' + ')
    from unnest(v_parts) with ordinality as p(name, n)) into v_gone using v_workspace;
  return v_gone;
end $$;
comment on function forget_workspace is
  'deletes rows of the bound workspace and says how many went; 0: none is left';

-- Workspaces that are closed and may yet be opened again. What is known by its address alone is not shown meanwhile.
create table closed_workspace (
  workspace_id uuid primary key,
  closed_at    timestamptz not null
);
alter table closed_workspace enable row level security;
create policy closed_workspace_workspace on closed_workspace
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

create or replace function view_feed_by_token(hash bytea) returns table (id uuid, workspace_id uuid)
  language sql stable security definer set search_path = analysis, pg_temp
as $$
  select f.id, f.workspace_id from analysis.view_feed f
  where f.token_hash = hash and f.revoked_at is null
    and not exists (select from analysis.closed_workspace c where c.workspace_id = f.workspace_id)
$$;

create or replace function open_share_link(hash bytea, at timestamptz)
  returns table (id uuid, workspace_id uuid, kind text, target_id uuid, title text, expires_at timestamptz,
                 revoked boolean)
  language sql volatile security definer set search_path = analysis, pg_temp
as $$
  with shown as (
    select l.* from analysis.share_link l
    where l.token_hash = hash
      and not exists (select from analysis.closed_workspace c where c.workspace_id = l.workspace_id)),
  counted as (
    update analysis.share_link l set opened = l.opened + 1, last_opened_at = at from shown
    where l.id = shown.id and l.revoked_at is null and l.expires_at > at)
  select l.id, l.workspace_id, l.kind, l.target_id, l.title, l.expires_at, l.revoked_at is not null from shown l
$$;

-- Forgets a person's address and name in the bound workspace. What they wrote and decided stays under their member's id, which names
-- nobody any more. As the owner: mails and deliveries may not be changed by the service.
create function forget_person(p_member uuid, p_email text) returns bigint
language plpgsql security definer set search_path = analysis, pg_temp as $$
declare
  v_workspace uuid := nullif(current_setting('ciq.workspace', true), '')::uuid;
  v_email text := lower(p_email);
  v_rows bigint;
  v_total bigint := 0;
begin
  delete from mention_mail where workspace_id = v_workspace and lower(email) = v_email;
  get diagnostics v_rows = row_count;
  v_total := v_total + v_rows;
  update mention_mail m set author = 'former member'
    from signal_comment c
   where m.workspace_id = v_workspace and c.id = m.comment_id and c.author = p_member;
  get diagnostics v_rows = row_count;
  v_total := v_total + v_rows;
  delete from outbox_mail o using mention_mail m, signal_comment c
   where o.workspace_id = v_workspace and m.mail_id = o.id and c.id = m.comment_id and c.author = p_member;
  get diagnostics v_rows = row_count;
  v_total := v_total + v_rows;
  delete from outbox_mail where workspace_id = v_workspace
    and not exists (select from unnest(recipients) r where lower(r) <> v_email);
  get diagnostics v_rows = row_count;
  v_total := v_total + v_rows;
  update outbox_mail set recipients = array(select r from unnest(recipients) r where lower(r) <> v_email)
   where workspace_id = v_workspace and exists (select from unnest(recipients) r where lower(r) = v_email);
  get diagnostics v_rows = row_count;
  v_total := v_total + v_rows;
  update delivery set recipients = array(select r from unnest(recipients) r where lower(r) <> v_email)
   where workspace_id = v_workspace and exists (select from unnest(recipients) r where lower(r) = v_email);
  get diagnostics v_rows = row_count;
  v_total := v_total + v_rows;
  update digest set recipients = array(select r from unnest(recipients) r where lower(r) <> v_email), version = version + 1
   where workspace_id = v_workspace and exists (select from unnest(recipients) r where lower(r) = v_email);
  get diagnostics v_rows = row_count;
  v_total := v_total + v_rows;
  update channel
     set target = coalesce(kept.list, 'former member'), version = version + 1,
         enabled = enabled and kept.list is not null,
         trouble = case when kept.list is null then 'Its only recipient has left. Name another.' else trouble end
    from (select ch.id, (select string_agg(r, ', ') from regexp_split_to_table(ch.target, ',\s*') r where lower(r) <> v_email) as list
            from channel ch where ch.workspace_id = v_workspace and ch.kind = 'EMAIL'
             and v_email = any (regexp_split_to_array(lower(ch.target), ',\s*'))) kept
   where channel.id = kept.id;
  get diagnostics v_rows = row_count;
  return v_total + v_rows;
end $$;
