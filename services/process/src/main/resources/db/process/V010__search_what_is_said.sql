-- What sources say or have said, block by block, to be searched. The same text under the same headings is one passage in
-- all versions of a page, so a page that is visited daily is not found a hundred times.
create table passage (
  id            bigint generated always as identity primary key,
  workspace_id  uuid not null,
  competitor_id uuid not null,
  source_id     uuid not null,
  document_id   uuid not null references document (id), -- the latest version that says it
  block_id      text not null,
  start_offset  integer not null check (start_offset >= 0),
  end_offset    integer not null check (end_offset > start_offset),
  path          text not null, -- headings above it
  text          text not null,
  first_seen    timestamptz not null,
  last_seen     timestamptz not null,
  words         tsvector not null,
  unique (source_id, block_id)
) with (fillfactor = 85);
create index passage_words on passage using gin (words);
create index passage_of_document on passage (document_id);
alter table passage enable row level security;
create policy passage_workspace on passage
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

-- How much of each source can be searched, so that an answer says what was looked through without counting it.
create table searched_source (
  source_id     uuid primary key,
  workspace_id  uuid not null,
  competitor_id uuid not null,
  documents     integer not null check (documents > 0),
  first_seen    timestamptz not null,
  last_seen     timestamptz not null
);
create index searched_source_of_competitor on searched_source (workspace_id, competitor_id);
alter table searched_source enable row level security;
create policy searched_source_workspace on searched_source
  using (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('ciq.workspace', true), '')::uuid);

-- Whose words these are, as lexemes without a position: an index of words then finds those of one workspace or competitor
-- without reading the others'. No text can spell them: the parser of texts makes no lexeme with an equals sign.
create function owner_lexemes(workspace uuid, competitor uuid) returns tsvector
  language sql immutable parallel safe
as $$
  select array_to_tsvector(array['w=' || replace(workspace::text, '-', ''), 'c=' || replace(competitor::text, '-', '')])
$$;

-- The stemmer for a language tag (BCP 47). Pages that do not tell are read as English ones.
create function stemmer(language text) returns regconfig
  language sql immutable parallel safe
as $$
  select case split_part(lower(coalesce(language, 'en')), '-', 1)
    when 'en' then 'english'::regconfig when 'de' then 'german'::regconfig when 'fr' then 'french'::regconfig
    when 'es' then 'spanish'::regconfig when 'it' then 'italian'::regconfig when 'nl' then 'dutch'::regconfig
    when 'pt' then 'portuguese'::regconfig else 'simple'::regconfig end
$$;

-- A document becomes searchable: within its own transaction, as the role that stores it, so under row-level security.
create function index_document(document uuid) returns void
  language sql set search_path = process, pg_temp
as $$
  insert into searched_source as s (source_id, workspace_id, competitor_id, documents, first_seen, last_seen)
  select d.source_id, d.workspace_id, d.competitor_id, 1, d.fetched_at, d.fetched_at
  from document d where d.id = $1 and d.state = 'PROCESSED'
  on conflict (source_id) do update set documents = s.documents + 1,
    first_seen = least(s.first_seen, excluded.first_seen), last_seen = greatest(s.last_seen, excluded.last_seen);

  insert into passage as p (workspace_id, competitor_id, source_id, document_id, block_id, start_offset, end_offset, path, text,
    first_seen, last_seen, words)
  select distinct on (b.id) d.workspace_id, d.competitor_id, d.source_id, d.id, b.id, b.start, b."end", h.path, b.text,
    d.fetched_at, d.fetched_at,
    setweight(to_tsvector(c.config, left(b.text, 8000)), 'A')
      || setweight(to_tsvector(c.config, left(h.path, 1000)), 'B')
      || setweight(to_tsvector(c.config, left(d.title, 500)), 'C')
      || owner_lexemes(d.workspace_id, d.competitor_id)
  from document d
  cross join lateral (select stemmer(d.language) as config) c
  cross join lateral (
    select x.*, bool_or(coalesce(x.main, true)) over () as any_main
    from jsonb_to_recordset(d.content -> 'blocks') as x (id text, path jsonb, text text, start integer, "end" integer, main boolean)
    limit 2000) b
  cross join lateral (
    select coalesce(string_agg(e.heading, ' › ' order by e.ordinality), '') as path
    from jsonb_array_elements_text(coalesce(b.path, '[]')) with ordinality as e (heading, ordinality)) h
  where d.id = $1 and d.state = 'PROCESSED' and (coalesce(b.main, true) or not b.any_main)
  order by b.id
  limit 1000
  on conflict (source_id, block_id) do update set
    document_id = case when excluded.last_seen >= p.last_seen then excluded.document_id else p.document_id end,
    start_offset = case when excluded.last_seen >= p.last_seen then excluded.start_offset else p.start_offset end,
    end_offset = case when excluded.last_seen >= p.last_seen then excluded.end_offset else p.end_offset end,
    first_seen = least(p.first_seen, excluded.first_seen),
    last_seen = greatest(p.last_seen, excluded.last_seen);
$$;

-- What was read before this migration.
do $$
declare
  d uuid;
begin
  for d in select id from document where state = 'PROCESSED' order by fetched_at, id loop
    perform index_document(d);
  end loop;
end $$;

-- Facts by words: of plans, people and the like in the page's words and in English word stems.
alter table fact add column words tsvector generated always as (
  setweight(to_tsvector('simple'::regconfig, left(subject, 2000)), 'A')
  || setweight(to_tsvector('english'::regconfig, left(subject, 2000)), 'A')
  || setweight(to_tsvector('english'::regconfig, left(field || ' ' || value_text, 4000)), 'B')
  || owner_lexemes(workspace_id, competitor_id)) stored;
create index fact_words on fact using gin (words);
create index fact_of_kind on fact (workspace_id, kind, observed_at desc);

-- One term of a question in every stemmer, since it is not known in which language the answer is written.
create function term_query(term text) returns tsquery
  language sql stable
as $$
  select string_agg('(' || q.words || ')', ' | ')::tsquery
  from (
    select distinct websearch_to_tsquery(c.config, term)::text as words
    from unnest(array['simple', 'english', 'german', 'french', 'spanish', 'italian', 'dutch', 'portuguese']::regconfig[])
      as c (config)) q
  where q.words <> ''
$$;

-- Of whom: the bound workspace, and of it these competitors, or all.
create function owner_query(competitors uuid[]) returns tsquery
  language sql stable
as $$
  select ('''w=' || replace(current_setting('ciq.workspace'), '-', '') || '''')::tsquery
    && coalesce(
      (select string_agg('''c=' || replace(c::text, '-', '') || '''', ' | ')::tsquery from unnest(competitors) as c),
      ('''w=' || replace(current_setting('ciq.workspace'), '-', '') || '''')::tsquery)
$$;

-- Row-level security bars the index of words to the application's role: its operator might tell of rows it must not see. So
-- these look as the owner, bind to the workspace themselves and give ids, which the role then reads under its policies.

-- The best passages for some terms: those with every term, else those with the rarest of them. Ranks a bounded pool, at
-- most 1000, whatever the corpus.
create function search_passage(
    terms text[], competitors uuid[], since timestamptz, until timestamptz, most integer)
  returns table (passage_id bigint, score double precision, matched integer, of_terms integer, cut boolean)
  language plpgsql stable security definer set search_path = process, pg_temp
  set plan_cache_mode = force_custom_plan set enable_seqscan = off
as $$
declare
  pool constant integer := 1000;
  common constant integer := 2000;
  workspace constant uuid := nullif(current_setting('ciq.workspace', true), '')::uuid;
  queries tsquery[];
  every tsquery;
  anything tsquery;
  scope tsquery;
  found bigint[];
  more bigint[];
  q tsquery;
  often integer;
  whole boolean := true; -- whether every passage found has every term
begin
  if workspace is null then return; end if;
  select array_agg(t.query) into queries
  from (select distinct term_query(u.term) as query from unnest(terms) as u (term)) t
  where t.query is not null and numnode(t.query) > 0;
  if queries is null then return; end if;
  scope := owner_query(competitors);
  foreach q in array queries loop
    every := case when every is null then q else every && q end;
    anything := case when anything is null then q else anything || q end;
  end loop;
  found := array(
    select p.id from passage p
    where p.words @@ (scope && every) and p.workspace_id = workspace and p.last_seen >= since and p.first_seen <= until
    limit pool);
  if cardinality(found) < most and cardinality(queries) > 1 then
    whole := false;
    for q, often in
      select r.query, r.often from (
        select u.query, (
          select count(*)::integer from (
            select 1 from passage p where p.words @@ (scope && u.query) and p.workspace_id = workspace limit common + 1) n) as often
        from unnest(queries) as u (query)) r
      where r.often > 0 order by r.often
    loop
      exit when often > common and cardinality(found) >= most;
      more := array(
        select p.id from passage p
        where p.words @@ (scope && q) and p.workspace_id = workspace and p.last_seen >= since and p.first_seen <= until
        limit pool - cardinality(found));
      found := found || more;
      exit when cardinality(found) >= pool;
    end loop;
  end if;
  return query
  select p.id,
    2.0 * h.hits / cardinality(queries)
      + ts_rank_cd('{0.05, 0.15, 0.4, 1.0}', p.words, anything, 1 | 32)::double precision
      + 0.2 * exp(-extract(epoch from greatest(interval '0', now() - p.last_seen))::double precision / (180 * 86400)),
    h.hits, cardinality(queries), cardinality(found) >= pool
  from (select distinct f.id from unnest(found) as f (id)) w
  join passage p on p.id = w.id
  cross join lateral (
    select case when whole then cardinality(queries)
      else (select count(*)::integer from unnest(queries) as u (query) where p.words @@ u.query) end as hits) h
  order by 2 desc, 1 desc
  limit most;
end $$;

-- The facts of some kinds, or any, that held within a time: those with most of the terms first.
create function search_fact(
    terms text[], kinds text[], competitors uuid[], since timestamptz, until timestamptz, most integer)
  returns table (fact_id uuid, matched integer, of_terms integer)
  language plpgsql stable security definer set search_path = process, pg_temp
  set plan_cache_mode = force_custom_plan set enable_seqscan = off
as $$
declare
  workspace constant uuid := nullif(current_setting('ciq.workspace', true), '')::uuid;
  queries tsquery[];
  anything tsquery;
  q tsquery;
  found uuid[];
begin
  if workspace is null then return; end if;
  select array_agg(t.query) into queries
  from (select distinct term_query(u.term) as query from unnest(terms) as u (term)) t
  where t.query is not null and numnode(t.query) > 0;
  queries := coalesce(queries, '{}');
  foreach q in array queries loop
    anything := case when anything is null then q else anything || q end;
  end loop;
  found := case when anything is null then '{}' else array(
    select f.id from fact f
    where f.words @@ (owner_query(competitors) && anything) and f.workspace_id = workspace
      and (cardinality(kinds) = 0 or f.kind = any(kinds))
      and f.valid_from <= until and (f.valid_to is null or f.valid_to > since)
    limit 400) end;
  if cardinality(found) < most and cardinality(kinds) > 0 then
    found := found || array(
      select f.id from fact f
      where f.workspace_id = workspace and f.kind = any(kinds)
        and (cardinality(competitors) = 0 or f.competitor_id = any(competitors))
        and f.valid_from <= until and (f.valid_to is null or f.valid_to > since)
      order by f.observed_at desc
      limit 200);
  end if;
  return query
  select r.id, r.hits, cardinality(queries)
  from (
    select f.id, f.observed_at,
      (select count(*)::integer from unnest(queries) as u (query) where f.words @@ u.query) as hits
    from (select distinct u.id from unnest(found) as u (id)) w
    join fact f on f.id = w.id) r
  order by r.hits desc, r.observed_at desc, r.id desc
  limit most;
end $$;
