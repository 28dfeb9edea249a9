-- How often the signals of a workspace have changed, or whom their comments name: the sum of its rows. Who knows the sum at which something was counted knows whether
-- that is still so. Rows are only added, so writers never wait for each other; they are summed up into one now and then.
create table signal_revision (
  id           uuid primary key default gen_random_uuid(),
  workspace_id uuid not null,
  changes      bigint not null check (changes >= 1)
);
create index signal_revision_of_workspace on signal_revision (workspace_id) include (changes);
alter table signal_revision enable row level security;
create policy signal_revision_workspace on signal_revision
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke insert, update, delete on signal_revision from ciq_analysis;

create function note_signal_revision() returns trigger
  language plpgsql security definer set search_path = analysis, pg_temp
as $$
begin
  insert into signal_revision (workspace_id, changes) select workspace_id, count(*) from changed group by workspace_id;
  return null;
end $$;
create trigger signal_added after insert on signal
  referencing new table as changed for each statement execute function note_signal_revision();
create trigger signal_changed after update on signal
  referencing new table as changed for each statement execute function note_signal_revision();
create trigger signal_removed after delete on signal
  referencing old table as changed for each statement execute function note_signal_revision();
create trigger signal_mention_added after insert on signal_mention
  referencing new table as changed for each statement execute function note_signal_revision();
create trigger signal_mention_removed after delete on signal_mention
  referencing old table as changed for each statement execute function note_signal_revision();

-- Leaves one row of each workspace. Of two that run at once the second finds nothing to sum up.
create function sum_up_signal_revisions() returns void
  language sql security definer set search_path = analysis, pg_temp
as $$
  with many as (
    select workspace_id from signal_revision group by workspace_id having count(*) > 1),
  gone as (
    delete from signal_revision r using many m where r.workspace_id = m.workspace_id
    returning r.workspace_id, r.changes)
  insert into signal_revision (workspace_id, changes) select workspace_id, sum(changes) from gone group by workspace_id
$$;

-- What the inbox searches in. A word has no line break, so none is found across the two.
create index signal_words on signal using gin ((headline || E'\n' || summary) public.gin_trgm_ops);

-- The signals of the bound workspace whose words contain all patterns of ilike (with ! before %, _ and itself), or null where that is
-- no short way: no word of theirs can be looked up, the planner expects more than `most` with the rarest of them, or there are more. Row-level
-- security bars the index to the application's role, so this looks as the owner, binds to the workspace itself and gives ids.
create function signals_containing(patterns text[], most integer) returns uuid[]
  language plpgsql volatile security definer set search_path = analysis, pg_temp
as $$
declare
  workspace constant uuid := nullif(current_setting('ciq.workspace', true), '')::uuid;
  indexed constant text := '(s.headline || E''\n'' || s.summary) ilike %L escape ''!''';
  -- The same to a reader, not to the index: a common word would be looked up in it only to be met everywhere.
  tested constant text := '(s.headline || E''\n'' || s.summary || '''') ilike %L escape ''!''';
  pattern text;
  rarest text;
  fewest double precision := most;
  expected json;
  ids uuid[];
begin
  foreach pattern in array patterns loop
    -- Three letters or digits, or two after a sign, make a trigram.
    if pattern ~ '[[:alnum:]]{3}|[^[:alnum:]%_!][[:alnum:]]{2}' then
      execute 'explain (format json) select from signal s where ' || format(indexed, pattern) into expected;
      if (expected #>> '{0,Plan,Plan Rows}')::double precision <= fewest then
        rarest := pattern;
        fewest := (expected #>> '{0,Plan,Plan Rows}')::double precision;
      end if;
    end if;
  end loop;
  if rarest is null then return null; end if;
  execute format('select array(select s.id from signal s where s.workspace_id = $1 and ' || indexed || ' %s limit $2)', rarest,
      (select string_agg('and ' || format(tested, p), ' ') from unnest(patterns) as p where p <> rarest))
    into ids using workspace, most + 1;
  return case when cardinality(ids) <= most then ids end;
end $$;
-- How common a word is, the planner knows from a sample.
analyze signal;
