-- An interval that follows how often its source changes: the bounds, where it stands, and what it was worked out from.

alter table source
  add column adaptive_shortest_ms bigint check (adaptive_shortest_ms > 0),
  add column adaptive_longest_ms  bigint,
  add column adaptive_current_ms  bigint,
  add column adaptive_visits      integer,
  add column adaptive_changes     integer,
  add constraint source_adaptive_check check (
    num_nulls(adaptive_shortest_ms, adaptive_longest_ms, adaptive_current_ms, adaptive_visits, adaptive_changes) in (0, 5)
    and (adaptive_shortest_ms is null
         or interval_ms is not null
            and interval_ms between adaptive_shortest_ms and adaptive_longest_ms
            and adaptive_current_ms between adaptive_shortest_ms and adaptive_longest_ms
            and adaptive_changes between 0 and adaptive_visits));

-- The scheduler asks for the history of adaptive sources only, so it is told which those are.
drop function due_source(integer, timestamptz);
create function due_source(most integer, moment timestamptz)
  returns table (source_id uuid, source_workspace_id uuid, source_is_adaptive boolean)
  language sql stable security definer
  set search_path = competitors, pg_temp
as $$
  select s.id, s.workspace_id, s.adaptive_current_ms is not null
    from source s
   where s.archived_at is null and not s.paused and s.next_visit_at <= moment
   order by s.next_visit_at, s.id
   limit most
$$;
