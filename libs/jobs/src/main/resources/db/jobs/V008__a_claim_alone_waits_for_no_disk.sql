-- Says "done" about jobs that have ended, as jobs.done does, and leases what tickets name to the worker: one statement,
-- one wait for the disk, and none where nothing has ended: as in jobs.claim, a lease that a crash of the server forgets
-- fits nothing, and the job is claimed again. For queues without limit and polite hosts, where a claim is nothing but
-- taking the row. A row without id names the lease of a job that is done. In one function: to call the other cost some
-- 50 us.
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
  else
    perform set_config('synchronous_commit', 'off', true);
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
