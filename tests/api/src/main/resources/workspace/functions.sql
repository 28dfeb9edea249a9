-- A second workspace made of the rows of a first one. Every id becomes another one that can be told from the first
-- at sight: its version digit says which workspace it is of. The digit is all that changes, so ids inside of texts
-- and documents still point at the right rows.

-- 7 and 4 are what the product makes; step 1 makes 8 and a of them, step 2 tells its copies from those again.
create function pg_temp.renamed(value text, step int) returns text language sql immutable as $$
  select case step
    when 1 then regexp_replace(regexp_replace(value,
      '([0-9a-f]{8}-[0-9a-f]{4}-)7([0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})', '\18\2', 'g'),
      '([0-9a-f]{8}-[0-9a-f]{4}-)4([0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})', '\1a\2', 'g')
    else regexp_replace(regexp_replace(regexp_replace(regexp_replace(value,
      '([0-9a-f]{8}-[0-9a-f]{4}-)8([0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})', '\19\2', 'g'),
      '([0-9a-f]{8}-[0-9a-f]{4}-)7([0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})', '\1c\2', 'g'),
      '([0-9a-f]{8}-[0-9a-f]{4}-)a([0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})', '\1b\2', 'g'),
      '([0-9a-f]{8}-[0-9a-f]{4}-)4([0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})', '\1d\2', 'g')
  end
$$;

create view pg_temp.business_table as
  select c.oid, c.oid::regclass::text as name, n.nspname, c.relname
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
   where c.relkind = 'r' and n.nspname in ('competitors', 'crawl', 'process', 'analysis', 'gateway');

-- What is unique in the whole installation: tokens, and what a provider calls its runs.
create function pg_temp.expression(name text, type text, step int) returns text language sql as $$
  select case
    when name = 'token_hash' then format('sha256(%I || ''%s''::bytea)', name, step)
    when name = 'hook_sha256' then format('encode(sha256((%I || ''%s'')::bytea), ''hex'')', name, step)
    when name = 'run_id' and type = 'text' then format('%I || ''-%s''', name, step)
    when type = 'int8' and name = 'id' then format('%I + %s * 1000000000000', name, step)
    when type in ('uuid', 'text', 'jsonb', '_uuid', '_text') then
      format('pg_temp.renamed(%I::text, %s)::%s', name, step, type)
    else format('%I', name)
  end
$$;

create function pg_temp.copy_workspace(origin uuid, step int) returns uuid language plpgsql as $$
declare
  t record;
  target uuid := pg_temp.renamed(origin::text, step)::uuid;
begin
  insert into gateway.workspace (id, name, created_at)
    select target, name || ' ' || step, created_at from gateway.workspace where id = origin;
  for t in
    select b.name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns,
           string_agg(pg_temp.expression(a.attname, ty.typname, step), ', ' order by a.attnum) as expressions
      from pg_temp.business_table b
      join pg_attribute a on a.attrelid = b.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      join pg_type ty on ty.oid = a.atttypid
     where b.nspname <> 'gateway'
     group by b.name
  loop
    execute format('insert into %s (%s) overriding system value select %s from %s where workspace_id = %L',
      t.name, t.columns, t.expressions, t.name, origin);
  end loop;
  -- Copies are looked at, never visited or told by themselves.
  update competitors.source set next_visit_at = now() + interval '1 year' where workspace_id = target;
  update analysis.digest set next_at = now() + interval '1 year' where workspace_id = target and next_at is not null;
  return target;
end $$;

-- Puts a word into every sentence of a workspace, so that none of them can be read elsewhere unnoticed. A column whose
-- values must have a form keeps them.
create function pg_temp.mark_workspace(target uuid, mark text) returns void language plpgsql as $$
declare c record;
begin
  for c in
    select b.name, a.attname, ty.typname
      from pg_temp.business_table b
      join pg_attribute a on a.attrelid = b.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      join pg_type ty on ty.oid = a.atttypid and ty.typname in ('text', 'jsonb')
     where b.nspname <> 'gateway'
  loop
    begin
      if c.typname = 'text' then
        execute format('update %s set %I = %I || '' '' || %L where workspace_id = %L and %I ~ %L',
          c.name, c.attname, c.attname, mark, target, c.attname, '[A-Za-z]{2,} [A-Za-z]{2,}');
      else
        execute format('update %s set %I = regexp_replace(%I::text, %L, %L, ''g'')::jsonb where workspace_id = %L',
          c.name, c.attname, c.attname, '"(text|title|headline|name|body|quote|summary|detail)": "',
          '"\1": "' || mark || ' ', target);
      end if;
    exception when check_violation or unique_violation then
      null;
    end;
  end loop;
  update competitors.competitor set name = mark || ' ' || name, tags = array[mark] where workspace_id = target;
  update gateway.workspace set name = mark || ' ' || name where id = target;
end $$;

-- What a workspace is, table by table: the same as long as nobody changed a row of it.
create function pg_temp.fingerprints(target uuid) returns table (of_table text, fingerprint text)
language plpgsql as $$
declare t record;
begin
  for t in select b.name from pg_temp.business_table b where b.nspname <> 'gateway' order by 1 loop
    return query execute format(
      'select %L::text, count(*) || '' rows '' || coalesce(md5(string_agg(md5(x::text), '''' order by md5(x::text))), '''')
         from %s x where workspace_id = %L', t.name, t.name, target);
  end loop;
end $$;

create function pg_temp.remove_workspace(target uuid) returns void language plpgsql as $$
declare t record;
begin
  delete from jobs.job where workspace_id = target;
  -- The audit trail refuses to be cut, whoever asks.
  alter table gateway.audit_entry disable trigger user;
  alter table gateway.audit_head disable trigger user;
  delete from gateway.audit_entry where workspace_id = target;
  delete from gateway.audit_head where chain = target;
  alter table gateway.audit_entry enable trigger user;
  alter table gateway.audit_head enable trigger user;
  delete from gateway.api_key where workspace_id = target;
  for t in select b.name from pg_temp.business_table b where b.name <> 'gateway.audit_entry' loop
    execute format('delete from %s where workspace_id = %L', t.name, target);
  end loop;
  delete from gateway.workspace where id = target;
end $$;
