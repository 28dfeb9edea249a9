-- A workspace that is closed is not watched, and one that is erased leaves nothing here.

-- Deletes up to that many rows of one table at a time, so that no call holds its locks for long: a table first that no row of the workspace
-- refers to any more, by the catalogue, so a table that comes later is covered. What refers to itself or in a circle goes last, in one
-- statement, at whose end the references are checked. As the owner: some of these rows may not be deleted by the service.
create function forget_workspace(most integer) returns bigint
language plpgsql security definer set search_path = competitors, pg_temp as $$
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
     where c.relnamespace = 'competitors'::regnamespace and c.relkind = 'r' and not a.attisdropped
     order by c.relname
  loop
    v_held := false;
    for v_other in select distinct r.relname from pg_constraint f join pg_class r on r.oid = f.conrelid
                    where f.contype = 'f' and f.confdeltype = 'a' and f.confrelid = v_table.oid loop
      execute format('select exists (select from competitors.%I where workspace_id = $1)', v_other) into v_held using v_workspace;
      exit when v_held;
    end loop;
    if v_held then
      v_parts := v_parts || v_table.relname::text;
      continue;
    end if;
    execute format('delete from competitors.%1$I where ctid = any (array(
        select ctid from competitors.%1$I where workspace_id = $1 limit $2))', v_table.relname) using v_workspace, most;
    get diagnostics v_gone = row_count;
    if v_gone > 0 then
      return v_gone;
    end if;
  end loop;
  if cardinality(v_parts) = 0 then
    return 0;
  end if;
  execute (select 'with ' || string_agg(format('d%s as (delete from competitors.%I where workspace_id = $1 returning 1)', n, name), ', ')
      || ' select ' || string_agg(format('(select count(*) from d%s)', n), ' + ')
    from unnest(v_parts) with ordinality as p(name, n)) into v_gone using v_workspace;
  return v_gone;
end $$;
comment on function forget_workspace is
  'deletes rows of the bound workspace and says how many went; 0: none is left';

-- Workspaces that are closed and may yet be opened again. Their sources are never due.
create table closed_workspace (
  workspace_id uuid primary key,
  closed_at    timestamptz not null
);
alter table closed_workspace enable row level security;
create policy closed_workspace_workspace on closed_workspace
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

create or replace function due_source(most integer, moment timestamptz)
  returns table (source_id uuid, source_workspace_id uuid, source_is_adaptive boolean)
  language sql stable security definer
  set search_path = competitors, pg_temp
as $$
  select s.id, s.workspace_id, s.adaptive_current_ms is not null
    from source s
   where s.archived_at is null and not s.paused and s.next_visit_at <= moment
     and not exists (select from closed_workspace c where c.workspace_id = s.workspace_id)
   order by s.next_visit_at, s.id
   limit most
$$;
