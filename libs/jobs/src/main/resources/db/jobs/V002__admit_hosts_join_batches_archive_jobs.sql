-- Who may visit a host is decided in the ledger; jobs can be joined; finished jobs leave the working table.

-- Nobody reads these any more: job_start took over the limiter, and running jobs are counted, not remembered.
drop index job_started;
alter table host_state drop column max_inflight, drop column inflight;

create index job_host_ready on job (queue, host, prio, run_at, id) where state = 0 and host is not null;
create index job_host_ticketed on job (queue, host) where state = 0 and ticketed_at is not null and host is not null;
create index job_host_running on job (host) where state = 1 and host is not null;

-- Rows of a queue change several times within seconds: vacuum by count, not by share of the table.
alter table job set (
  autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0,
  autovacuum_analyze_scale_factor = 0.05);

-- ---- hosts -------------------------------------------------------------------------------------------------------

-- The next ready jobs of a polite queue: one per host that may be visited within p_ahead and is not being visited as
-- often as p_host_jobs allows, the host that has waited longest first, so that a site of 50 000 pages does not stand in
-- front of the others. With p_unticketed a host whose ticket is out is left alone as well.
create function next_of_hosts(p_queue text, p_want int, p_host_jobs int, p_ahead interval, p_unticketed boolean)
returns bigint[]
language sql stable as $$
  with recursive hosts as (
    (select j.host from jobs.job j
      where j.queue = p_queue and j.state = 0 and j.host is not null order by j.host limit 1)
    union all
    -- A loose index scan: one look-up per host, whatever the number of its jobs.
    select (select j.host from jobs.job j
             where j.queue = p_queue and j.state = 0 and j.host > hosts.host order by j.host limit 1)
      from hosts where hosts.host is not null),
  free as (
    select h.host, coalesce(s.next_at, '-infinity') as since
      from hosts h left join jobs.host_state s on s.host = h.host
     where h.host is not null
       and coalesce(s.next_at, '-infinity') <= clock_timestamp() + p_ahead
       and (select count(*) from jobs.job r where r.state = 1 and r.host = h.host) < p_host_jobs
       and not (p_unticketed and exists (
         select from jobs.job t
          where t.queue = p_queue and t.state = 0 and t.ticketed_at is not null and t.host = h.host))),
  ready as (
    select j.id, f.since, j.prio, j.run_at
      from free f cross join lateral (
        select n.id, n.prio, n.run_at
          from (values (0), (1), (2)) p(prio) cross join lateral (
            select r.id, r.prio, r.run_at from jobs.job r
             where r.queue = p_queue and r.state = 0 and r.host = f.host and r.prio = p.prio
               and r.run_at <= clock_timestamp()
             order by r.run_at, r.id limit 1) n
         order by n.prio, n.run_at, n.id limit 1) j),
  homeless as (
    select n.id, n.prio, n.run_at
      from (values (0), (1), (2)) p(prio) cross join lateral (
        select r.id, r.prio, r.run_at from jobs.job r
         where r.queue = p_queue and r.state = 0 and r.host is null and r.prio = p.prio
           and r.run_at <= clock_timestamp() and not (p_unticketed and r.ticketed_at is not null)
         order by r.run_at, r.id limit p_want) n)
  select array_agg(n.id) from (
    select a.id from (
      select id, since, prio, run_at from ready
      union all
      select id, run_at, prio, run_at from homeless) a
     order by a.prio, a.since, a.run_at, a.id limit p_want) n
$$;

-- The next ready jobs of any other queue. Priority by priority, so that jobs delayed at one do not have to be read to
-- reach the next.
create function next_ready(p_queue text, p_want int, p_unticketed boolean) returns bigint[]
language plpgsql as $$
declare
  v_ids bigint[] := '{}';
begin
  for v_prio in 0..2 loop
    exit when cardinality(v_ids) >= p_want;
    v_ids := v_ids || array(
      select j.id from jobs.job j
       where j.queue = p_queue and j.state = 0 and j.prio = v_prio and j.run_at <= clock_timestamp()
         and not (p_unticketed and j.ticketed_at is not null)
       order by j.run_at, j.id limit p_want - cardinality(v_ids) for update skip locked);
  end loop;
  return v_ids;
end $$;

-- Marks ready jobs as ticketed, best first, until p_window tickets of the queue are out. None when another process is
-- at it: the lock only saves double work. The ticket of a job whose host is free before the next look is made now and
-- lies in Redis for wait_ms.
create function next_tickets(p_queue text, p_window int, p_polite boolean, p_host_jobs int)
returns table (id bigint, prio smallint, host text, wait_ms int)
language plpgsql as $$
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
  return query
    with marked as (
      update jobs.job j set ticketed_at = clock_timestamp()
       where j.id = any(v_ids) and j.state = 0 returning j.id, j.prio, j.host)
    select m.id, m.prio, m.host,
           -- One more than rounded up: Redis measures the wait by its own clock, and too early is in vain.
           coalesce(greatest(0, cast(ceil(extract(epoch from s.next_at - clock_timestamp()) * 1000) as int) + 1), 0)
      from unnest(v_ids) with ordinality as o(id, n)
      join marked m on m.id = o.id
      left join jobs.host_state s on p_polite and s.host = m.host
     order by o.n;
end $$;

drop function claim(text, text, bigint[], int, interval, int, interval, interval);

-- Gives up to p_want jobs to a worker: of the ones its tickets name (p_ids), or in direct mode (p_ids null) the next
-- ones. The limit and the hosts' peace are kept here for both, so they hold whatever Redis has forgotten; claims of a
-- limited queue take turns, and so do those of all polite queues, which may share hosts. A last row without id says in
-- how many ms the limit lets the next job start.
create function claim(
  p_queue text, p_worker text, p_ids bigint[], p_want int, p_lease interval,
  p_limit int, p_window interval, p_gap interval, p_host_jobs int)
returns table (
  id bigint, kind text, workspace_id uuid, payload text, trace text, attempt int, max_attempts int, lease uuid,
  waited_ms bigint, wait_ms bigint)
language plpgsql as $$
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
    -- for the disk. Starts that a limit or a host counts must be remembered.
    perform set_config('synchronous_commit', 'off', true);
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
  elsif v_polite then
    v_ids := array(
      select f.id from (
        select distinct on (coalesce(j.host, cast(j.id as text))) j.id, j.prio, j.run_at
          from jobs.job j left join jobs.host_state s on s.host = j.host
         where j.id = any(p_ids) and j.queue = p_queue and j.state = 0 and j.run_at <= v_now + interval '1 s'
           and coalesce(s.next_at, '-infinity') <= v_now
           and (j.host is null
                or (select count(*) from jobs.job r where r.state = 1 and r.host = j.host) < p_host_jobs)
         order by coalesce(j.host, cast(j.id as text)), j.prio, j.run_at, j.id) f
       order by f.prio, f.run_at, f.id limit v_take);
  else
    v_ids := array(
      select j.id from jobs.job j
       where j.id = any(p_ids) and j.queue = p_queue and j.state = 0 and j.run_at <= v_now + interval '1 s'
       order by j.prio, j.run_at, j.id limit v_take for update skip locked);
  end if;

  return query
    with claimed as (
      update jobs.job j
         set state = 1, attempt = j.attempt + 1, lease = gen_random_uuid(), worker = p_worker,
             started_at = v_now, lease_until = v_now + p_lease, progress = null, error = null
       where j.id = any(v_ids) and j.state = 0
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

-- ---- batches -----------------------------------------------------------------------------------------------------

-- A batch lives until the last of its jobs has ended; then_job is a NewJob as JSON. Those who died or were cancelled
-- count as ended too, or one dead letter would hold up the rest for good.
comment on table job_batch is 'jobs that something waits for';

create function leave_batch() returns trigger language plpgsql as $$
declare
  v_then jsonb;
begin
  update jobs.job_batch b set remaining = b.remaining - 1 where b.id = old.batch_id
    returning case when b.remaining = 0 then b.then_job end into v_then;
  if v_then is not null then
    delete from jobs.job_batch b where b.id = old.batch_id;
    insert into jobs.job (queue, kind, workspace_id, payload, prio, host, dedup, trace, run_at, max_attempts)
    select n.queue, n.kind, n.workspace_id, n.payload, n.prio, n.host, n.dedup, n.trace, coalesce(n.run_at, now()),
           n.max_attempts
      from jsonb_to_record(v_then) as n(
        queue text, kind text, workspace_id uuid, payload jsonb, prio smallint, host text, dedup text, trace text,
        run_at timestamptz, max_attempts int)
    on conflict (queue, dedup) where state in (0, 1) and dedup is not null do nothing;
  end if;
  new.batch_id := null;  -- a job leaves once: redriving it later does not count again
  return new;
end $$;

create trigger job_leaves_batch before update of state on job for each row
  when (old.batch_id is not null and old.state in (0, 1) and new.state in (2, 3, 4))
  execute function leave_batch();

-- ---- archive -----------------------------------------------------------------------------------------------------

-- Finished jobs by day of their end (UTC); a day is dropped as a whole. Whoever adds a column to job adds it here.
create table job_archive (like job) partition by range (finished_at);
create index job_archive_id on job_archive (id);
create index job_archive_queue on job_archive (queue, finished_at);

-- Moves up to p_most done and cancelled jobs that ended before p_age; dead letters stay until somebody decides. Owned
-- by the migrating role: the services may not create tables. Returns how many; 0 when another process is at it.
create function archive_finished(p_age interval, p_most int) returns int
language plpgsql security definer set search_path = jobs, pg_temp as $$
declare
  v_ids bigint[];
  v_day date;
  v_moved int;
begin
  if not pg_try_advisory_xact_lock(hashtext('ciq.jobs.archive'), 0) then
    return 0;
  end if;
  v_ids := array(
    select j.id from jobs.job j
     where j.state in (2, 4) and j.finished_at < now() - p_age
     order by j.finished_at limit p_most for update skip locked);
  for v_day in
    select distinct cast(j.finished_at at time zone 'UTC' as date) from jobs.job j where j.id = any(v_ids)
  loop
    if to_regclass('jobs.job_archive_' || to_char(v_day, 'YYYYMMDD')) is null then
      execute format(
        'create table jobs.%I partition of jobs.job_archive for values from (%L) to (%L)',
        'job_archive_' || to_char(v_day, 'YYYYMMDD'),
        to_char(v_day, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(v_day + 1, 'YYYY-MM-DD') || ' 00:00:00+00');
    end if;
  end loop;
  with moved as (delete from jobs.job j where j.id = any(v_ids) returning j.*)
  insert into jobs.job_archive select * from moved;
  get diagnostics v_moved = row_count;
  return v_moved;
end $$;

-- Drops the days that ended before p_keep. Returns how many.
create function drop_archived_days(p_keep interval) returns int
language plpgsql security definer set search_path = jobs, pg_temp as $$
declare
  v_name text;
  v_dropped int := 0;
begin
  for v_name in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'jobs.job_archive'::regclass
       and to_date(right(c.relname, 8), 'YYYYMMDD') + 1 <= cast((now() - p_keep) at time zone 'UTC' as date)
  loop
    execute format('drop table jobs.%I', v_name);
    v_dropped := v_dropped + 1;
  end loop;
  return v_dropped;
end $$;
