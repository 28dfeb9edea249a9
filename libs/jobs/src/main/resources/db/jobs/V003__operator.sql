-- What an operator decides about a queue or a process, and why a dead letter died.

-- Takes no new job (enqueue answers Rejected); what is there runs. `paused` is the opposite: takes new jobs, starts none.
alter table queue_state add column draining boolean not null default false;

-- Written where the letter dies; `error` stays the sentence for people.
alter table job add column dead_reason text check (dead_reason in ('exhausted', 'discarded', 'poison'));
update job set dead_reason = split_part(error, ':', 1)
 where state = 3 and split_part(error, ':', 1) in ('exhausted', 'discarded', 'poison');
alter table if exists job_archive add column if not exists dead_reason text;

-- A job by its id, in the working table or in the archive, if there is one.
create function find_job(p_id bigint) returns setof job
language plpgsql stable as $$
begin
  return query select j.* from jobs.job j where j.id = p_id;
  if not found and to_regclass('jobs.job_archive') is not null then
    return query execute 'select a.* from jobs.job_archive a where a.id = $1' using p_id;
  end if;
end $$;

-- One row per process that works queues, written by itself every few seconds.
create table worker (
  id uuid primary key,               -- what job.worker names
  service text not null,
  host text not null,
  pid bigint not null,
  version text not null,
  queues text[] not null,
  slots int not null,                -- of all its queues together
  direct boolean not null,           -- without Redis it claims straight from the ledger
  draining boolean not null default false,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);
