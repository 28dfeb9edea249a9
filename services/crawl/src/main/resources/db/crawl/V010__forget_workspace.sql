-- A workspace that is erased leaves no row and, in the end, no body here.

-- Deletes up to that many rows of one table at a time, so that no call holds its locks for long: a table first that no row of the workspace
-- refers to any more, by the catalogue, so a table that comes later is covered. What refers to itself or in a circle goes last, in one
-- statement, at whose end the references are checked. As the owner: some of these rows may not be deleted by the service.
create function forget_workspace(most integer) returns bigint
language plpgsql security definer set search_path = crawl, pg_temp as $$
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
     where c.relnamespace = 'crawl'::regnamespace and c.relkind = 'r' and not a.attisdropped
     order by c.relname
  loop
    v_held := false;
    for v_other in select distinct r.relname from pg_constraint f join pg_class r on r.oid = f.conrelid
                    where f.contype = 'f' and f.confdeltype = 'a' and f.confrelid = v_table.oid loop
      execute format('select exists (select from crawl.%I where workspace_id = $1)', v_other) into v_held using v_workspace;
      exit when v_held;
    end loop;
    if v_held then
      v_parts := v_parts || v_table.relname::text;
      continue;
    end if;
    execute format('delete from crawl.%1$I where ctid = any (array(
        select ctid from crawl.%1$I where workspace_id = $1 limit $2))', v_table.relname) using v_workspace, most;
    get diagnostics v_gone = row_count;
    if v_gone > 0 then
      return v_gone;
    end if;
  end loop;
  if cardinality(v_parts) = 0 then
    return 0;
  end if;
  execute (select 'with ' || string_agg(format('d%s as (delete from crawl.%I where workspace_id = $1 returning 1)', n, name), ', ')
      || ' select ' || string_agg(format('(select count(*) from d%s)', n), ' + ')
    from unnest(v_parts) with ordinality as p(name, n)) into v_gone using v_workspace;
  return v_gone;
end $$;
comment on function forget_workspace is
  'deletes rows of the bound workspace and says how many went; 0: none is left';

-- Bodies that rows named which are gone. Other workspaces may still name them, so each is looked at once more before it goes.
create table forgotten_body (
  sha256 text primary key,
  since  timestamptz not null default now()
);
comment on table forgotten_body is 'holds hashes only; a row goes with its body, or when the body is wanted after all';

create function remember_snapshot_bodies() returns trigger
language plpgsql security definer set search_path = crawl, pg_temp as $$
begin
  insert into forgotten_body (sha256) select distinct body_sha256 from gone on conflict do nothing;
  return null;
end $$;
create trigger snapshot_bodies_forgotten after delete on snapshot
  referencing old table as gone for each statement execute function remember_snapshot_bodies();

create function remember_exhibits() returns trigger
language plpgsql security definer set search_path = crawl, pg_temp as $$
begin
  insert into forgotten_body (sha256) select distinct sha256 from gone on conflict do nothing;
  return null;
end $$;
create trigger exhibits_forgotten after delete on exhibit
  referencing old table as gone for each statement execute function remember_exhibits();

create function remember_answers() returns trigger
language plpgsql security definer set search_path = crawl, pg_temp as $$
begin
  insert into forgotten_body (sha256)
    select distinct answer_sha256 from gone where answer_sha256 is not null on conflict do nothing;
  return null;
end $$;
create trigger answers_forgotten after delete on provider_usage
  referencing old table as gone for each statement execute function remember_answers();

-- The rule of retention (V005): a body goes once no row names it and nobody put it within the grace.
create function drop_forgotten_bodies(most integer, grace interval) returns bigint
language plpgsql security definer set search_path = crawl, pg_temp as $$
declare
  v_body record;
  v_bytes bigint;
  v_total bigint := 0;
begin
  for v_body in select sha256 from forgotten_body where since <= now() order by since limit most for update skip locked loop
    v_bytes := case when body_wanted(v_body.sha256, '{}') then 0 else blobs.drop_idle(v_body.sha256, grace) end;
    if v_bytes < 0 then
      update forgotten_body set since = now() + interval '1 hour' where sha256 = v_body.sha256;
    else
      delete from forgotten_body where sha256 = v_body.sha256;
      v_total := v_total + v_bytes;
    end if;
  end loop;
  return v_total;
end $$;
comment on function drop_forgotten_bodies is 'bytes given back';
revoke insert, update, delete on forgotten_body from ciq_crawl;
