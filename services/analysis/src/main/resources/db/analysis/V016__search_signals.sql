-- Questions name competitors by domain too.
alter table competitor_card add column domain text not null default '';

-- Whose words these are, as lexemes without a position: an index of words then finds those of one workspace or competitor
-- without reading the others'. No text can spell them: the parser of texts makes no lexeme with an equals sign.
create function owner_lexemes(workspace uuid, competitor uuid) returns tsvector
  language sql immutable parallel safe
as $$
  select array_to_tsvector(array['w=' || replace(workspace::text, '-', ''), 'c=' || replace(competitor::text, '-', '')])
$$;

-- Signals by words, in English stems, since the rules write English, and as they stand, since names are no language.
alter table signal add column search tsvector generated always as (
  setweight(to_tsvector('english'::regconfig, headline), 'A')
  || setweight(to_tsvector('simple'::regconfig, headline), 'A')
  || setweight(to_tsvector('english'::regconfig, left(summary, 20000)), 'B')
  || owner_lexemes(workspace_id, competitor_id)) stored;
create index signal_search on signal using gin (search);

-- One term of a question in either reading.
create function term_query(term text) returns tsquery
  language sql stable
as $$
  select string_agg('(' || q.words || ')', ' | ')::tsquery
  from (
    select distinct websearch_to_tsquery(c.config, term)::text as words
    from unnest(array['simple', 'english']::regconfig[]) as c (config)) q
  where q.words <> ''
$$;

-- The signals of a time, of some competitors and categories, those with most of the terms first, then the heaviest. Row-level
-- security bars the index of words to the application's role, so this looks as the owner, binds to the workspace itself and
-- gives ids. Signals that somebody put away as no news are none here either.
create function search_signal(
    terms text[], competitors uuid[], categories text[], since timestamptz, until timestamptz, most integer)
  returns table (signal_id uuid, matched integer, of_terms integer, found integer)
  language plpgsql stable security definer set search_path = analysis, pg_temp
  set plan_cache_mode = force_custom_plan set enable_seqscan = off
as $$
declare
  pool constant integer := 2000;
  workspace constant uuid := nullif(current_setting('ciq.workspace', true), '')::uuid;
  owner tsquery;
  queries tsquery[];
  anything tsquery;
  q tsquery;
  ids uuid[];
begin
  if workspace is null then return; end if;
  owner := ('''w=' || replace(workspace::text, '-', '') || '''')::tsquery;
  if cardinality(competitors) > 0 then
    owner := owner && (select string_agg('''c=' || replace(c::text, '-', '') || '''', ' | ')::tsquery from unnest(competitors) as c);
  end if;
  select array_agg(t.query) into queries
  from (select distinct term_query(u.term) as query from unnest(terms) as u (term)) t
  where t.query is not null and numnode(t.query) > 0;
  queries := coalesce(queries, '{}');
  foreach q in array queries loop
    anything := case when anything is null then q else anything || q end;
  end loop;
  if anything is null then
    ids := array(
      select s.id from signal s
      where s.workspace_id = workspace and s.detected_at >= since and s.detected_at <= until and s.triage <> 'DISMISSED'
        and (cardinality(competitors) = 0 or s.competitor_id = any(competitors))
        and (cardinality(categories) = 0 or s.category = any(categories))
      order by s.detected_at desc
      limit pool);
  else
    ids := array(
      select s.id from signal s
      where s.search @@ (owner && anything) and s.workspace_id = workspace
        and s.detected_at >= since and s.detected_at <= until and s.triage <> 'DISMISSED'
      limit pool);
  end if;
  return query
  select r.id, r.hits, cardinality(queries), cardinality(ids)
  from (
    select s.id, s.significance, s.detected_at, s.category,
      (select count(*)::integer from unnest(queries) as u (query) where s.search @@ u.query) as hits
    from signal s where s.id = any(ids)) r
  order by r.hits desc, cardinality(categories) > 0 and r.category = any(categories) desc, r.significance desc, r.detected_at desc, r.id desc
  limit most;
end $$;
