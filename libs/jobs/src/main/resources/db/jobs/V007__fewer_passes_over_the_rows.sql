-- Marks ready jobs as ticketed, best first, until p_window tickets of the queue are out. None when another process is
-- at it: the lock only saves double work. The ticket of a job whose host is free before the next look is made now and
-- lies in Redis for wait_ms.
--
-- The rows that are marked are found by primary key: with the statistics of a smaller table PostgreSQL read a whole
-- partial index for it. And only a polite queue joins: put back into their order by a join, tickets could be compared
-- each with each once the plan was kept.
create or replace function next_tickets(p_queue text, p_window int, p_polite boolean, p_host_jobs int)
returns table (id bigint, prio smallint, host text, wait_ms int)
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  v_room int;
  v_ids bigint[];
begin
  if not pg_try_advisory_xact_lock(hashtext('ciq.jobs.relay'), hashtext(p_queue)) then
    return;
  end if;
  select p_window - count(*) into v_room
    from jobs.job j where j.queue = p_queue and j.state = 0 and j.ticketed_at is not null;
  if v_room <= 0 then
    return;
  end if;
  v_ids := case when p_polite then jobs.next_of_hosts(p_queue, v_room, p_host_jobs, interval '1500 ms', true)
                else jobs.next_ready(p_queue, v_room, true) end;
  perform set_config('synchronous_commit', 'off', true);  -- a forgotten ticket is only made again
  if not p_polite then
    return query
      with marked as (
        update jobs.job j set ticketed_at = clock_timestamp()
         where j.id = any(v_ids) and cast(j.state as int) = 0 returning j.id, j.prio, j.host, j.run_at)
      select m.id, m.prio, m.host, 0 from marked m order by m.prio, m.run_at, m.id;
    return;
  end if;
  return query
    with marked as (
      update jobs.job j set ticketed_at = clock_timestamp()
       where j.id = any(v_ids) and cast(j.state as int) = 0 returning j.id, j.prio, j.host)
    select m.id, m.prio, m.host,
           -- One more than rounded up: Redis measures the wait by its own clock, and too early is in vain.
           coalesce(greatest(0, cast(ceil(extract(epoch from s.next_at - clock_timestamp()) * 1000) as int) + 1), 0)
      from unnest(v_ids) with ordinality as o(id, n)
      join marked m on m.id = o.id
      left join jobs.host_state s on s.host = m.host
     order by o.n;
end $$;

-- Says "done" about jobs that have ended, as jobs.done does, and leases what tickets name to the worker: one statement,
-- one wait for the disk. For queues without limit and polite hosts, where a claim is nothing but taking the row. A row
-- without id names the lease of a job that is done. In one function: to call the other cost some 50 us.
create or replace function turn_over(
  p_queue text, p_worker text, p_ids bigint[], p_lease interval, p_ended bigint[], p_leases uuid[])
returns table (
  id bigint, kind text, workspace_id uuid, payload text, trace text, attempt int, max_attempts int, lease uuid,
  waited_ms bigint)
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
begin
  if cardinality(p_ended) > 0 then
    return query
      update jobs.job j
         set state = 2, error = null, dead_reason = null, finished_at = now(), lease_until = null
       where j.id = any(array(
         select d.id from jobs.job d
          where d.id = any(p_ended) and d.lease = any(p_leases) and cast(d.state as int) in (0, 1) and d.batch_id is null
            for update skip locked))
      returning cast(null as bigint), cast(null as text), cast(null as uuid), cast(null as text), cast(null as text),
                cast(null as int), cast(null as int), j.lease, cast(null as bigint);
  end if;
  if cardinality(p_ids) > 0 then
    return query
      update jobs.job j
         set state = 1, attempt = j.attempt + 1, lease = gen_random_uuid(), worker = p_worker,
             started_at = now(), lease_until = now() + p_lease, progress = null, error = null
       where j.id = any(p_ids) and j.queue = p_queue and cast(j.state as int) = 0
         and j.run_at <= now() + interval '1 s'
         and not exists (select from jobs.queue_state s where s.queue = p_queue and s.paused)
      returning j.id, j.kind, j.workspace_id, cast(j.payload as text), j.trace, j.attempt, j.max_attempts, j.lease,
                cast(extract(epoch from now() - j.run_at) * 1000 as bigint);
  end if;
end $$;
