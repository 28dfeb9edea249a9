-- Statements that name jobs by id are planned once per connection, not once per call: with arrays of changing length
-- PostgreSQL finds a plan of its own for each call cheaper, and the planning (0.45 ms) costs ten times the execution.
-- A plan made for an empty table must be good for a full one, whatever the statistics say. So nothing but the primary
-- key may fit: no sequential scan, and the state is compared in a way that no partial index knows.

-- Gives up to p_want jobs to a worker: of the ones its tickets name (p_ids), or in direct mode (p_ids null) the next
-- ones. The limit and the hosts' peace are kept here for both, so they hold whatever Redis has forgotten; claims of a
-- limited queue take turns, and so do those of all polite queues, which may share hosts. A last row without id says in
-- how many ms the limit lets the next job start.
create or replace function claim(
  p_queue text, p_worker text, p_ids bigint[], p_want int, p_lease interval,
  p_limit int, p_window interval, p_gap interval, p_host_jobs int)
returns table (
  id bigint, kind text, workspace_id uuid, payload text, trace text, attempt int, max_attempts int, lease uuid,
  waited_ms bigint, wait_ms bigint)
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  v_polite boolean := p_gap > interval '0';
  v_now timestamptz;
  v_take int := p_want;
  v_ids bigint[];
  v_wait bigint;
begin
  if v_polite or p_limit > 0 then
    perform pg_advisory_xact_lock(hashtext('ciq.jobs.claim'), hashtext(case when v_polite then '' else p_queue end));
  else
    -- A claim that a crash of the server forgets is made again, and the forgotten lease fits nothing: it need not wait
    -- for the disk. Starts that a limit or a host counts must be remembered. Tickets name each job once, so rows are
    -- rarely somebody else's: they are taken as they are found, not chosen, locked and looked up again.
    perform set_config('synchronous_commit', 'off', true);
    if cardinality(p_ids) <= p_want then
      v_now := clock_timestamp();
      return query
        update jobs.job j
           set state = 1, attempt = j.attempt + 1, lease = gen_random_uuid(), worker = p_worker,
               started_at = v_now, lease_until = v_now + p_lease, progress = null, error = null
         where j.id = any(p_ids) and j.queue = p_queue and cast(j.state as int) = 0 and j.run_at <= v_now + interval '1 s'
        returning j.id, j.kind, j.workspace_id, cast(j.payload as text), j.trace, j.attempt, j.max_attempts, j.lease,
                  cast(extract(epoch from v_now - j.run_at) * 1000 as bigint), cast(null as bigint);
      return;
    end if;
  end if;
  v_now := clock_timestamp();  -- after the lock: now() would be the time before the wait

  if p_limit > 0 then
    delete from jobs.job_start s where s.queue = p_queue and s.at <= v_now - p_window;
    select least(p_want, greatest(0, p_limit - count(*))),
           ceil(extract(epoch from min(s.at) + p_window - v_now) * 1000) + 1
      into v_take, v_wait
      from jobs.job_start s where s.queue = p_queue;
  end if;

  if p_ids is null then
    v_ids := case when v_polite then jobs.next_of_hosts(p_queue, v_take, p_host_jobs, interval '0', false)
                  else jobs.next_ready(p_queue, v_take, false) end;
    v_now := clock_timestamp();  -- the choice asked the clock again: no start before its host is free
  elsif v_polite then
    v_ids := array(
      select f.id from (
        select distinct on (coalesce(j.host, cast(j.id as text))) j.id, j.prio, j.run_at
          from jobs.job j left join jobs.host_state s on s.host = j.host
         where j.id = any(p_ids) and j.queue = p_queue and cast(j.state as int) = 0 and j.run_at <= v_now + interval '1 s'
           and coalesce(s.next_at, '-infinity') <= v_now
           and (j.host is null
                or (select count(*) from jobs.job r where r.state = 1 and r.host = j.host) < p_host_jobs)
         order by coalesce(j.host, cast(j.id as text)), j.prio, j.run_at, j.id) f
       order by f.prio, f.run_at, f.id limit v_take);
  else
    v_ids := array(
      select j.id from jobs.job j
       where j.id = any(p_ids) and j.queue = p_queue and cast(j.state as int) = 0 and j.run_at <= v_now + interval '1 s'
       order by j.prio, j.run_at, j.id limit v_take for update skip locked);
  end if;

  return query
    with claimed as (
      update jobs.job j
         set state = 1, attempt = j.attempt + 1, lease = gen_random_uuid(), worker = p_worker,
             started_at = v_now, lease_until = v_now + p_lease, progress = null, error = null
       where j.id = any(v_ids) and cast(j.state as int) = 0
      returning j.*),
    started as (insert into jobs.job_start (queue, at) select p_queue, v_now from claimed where p_limit > 0),
    visited as (
      insert into jobs.host_state as h (host, next_at)
      select distinct c.host, v_now + p_gap from claimed c where c.host is not null and v_polite
      on conflict (host) do update
        set next_at = greatest(h.next_at, excluded.next_at, v_now + make_interval(secs => coalesce(h.delay_ms, 0) / 1000.0)))
    select c.id, c.kind, c.workspace_id, cast(c.payload as text), c.trace, c.attempt, c.max_attempts, c.lease,
           cast(extract(epoch from v_now - c.run_at) * 1000 as bigint), cast(null as bigint)
      from claimed c order by c.prio, c.run_at, c.id;

  if p_limit > 0 and v_take < p_want then
    return query select cast(null as bigint), cast(null as text), cast(null as uuid), cast(null as text),
      cast(null as text), cast(null as int), cast(null as int), cast(null as uuid), cast(null as bigint),
      coalesce(v_wait, 1);
  end if;
end $$;

-- Says "done" about jobs that have ended and names the leases it was said of. A job is left out when somebody holds its
-- row, its batch must be counted down or the lease is lost.
create function done(p_ids bigint[], p_leases uuid[]) returns setof uuid
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  return query
    update jobs.job j
       set state = 2, error = null, dead_reason = null, finished_at = now(), lease_until = null
     where j.id = any(array(
       select d.id from jobs.job d
        where d.id = any(p_ids) and d.lease = any(p_leases) and cast(d.state as int) in (0, 1) and d.batch_id is null
          for update skip locked))
    returning j.lease;
end $$;

-- The same, and leases what tickets name to the worker: one statement, one wait for the disk. For queues without limit
-- and polite hosts, where a claim is nothing but taking the row. A row without id names the lease of a job that is done.
create function turn_over(
  p_queue text, p_worker text, p_ids bigint[], p_lease interval, p_ended bigint[], p_leases uuid[])
returns table (
  id bigint, kind text, workspace_id uuid, payload text, trace text, attempt int, max_attempts int, lease uuid,
  waited_ms bigint)
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
begin
  if cardinality(p_ended) > 0 then
    return query
      select cast(null as bigint), cast(null as text), cast(null as uuid), cast(null as text), cast(null as text),
             cast(null as int), cast(null as int), d, cast(null as bigint)
        from jobs.done(p_ended, p_leases) d;
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
