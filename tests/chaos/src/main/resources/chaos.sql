-- What the harness records, beside the engine and not through it.
create schema chaos;

-- No key: a second effect of a job must show, not be refused.
create table chaos.effect (job_id bigint not null, attempt int not null);
create table chaos.snoozed (job_id bigint primary key);

-- What the producers were told: these jobs exist.
create table chaos.accepted (job_id bigint not null);

-- Every state a job ever had, in order, written by a trigger in the engine's own transactions.
create table chaos.change (
  seq bigint generated always as identity primary key,
  job_id bigint not null,
  queue text not null,
  script text not null,
  parent bigint not null,
  host text,
  old_state smallint,
  state smallint not null,
  attempt int not null,
  crashes int not null,
  worker text,
  started_at timestamptz,
  error text,
  at timestamptz not null default clock_timestamp()
);
create index change_job on chaos.change (job_id, seq);

create function chaos.note() returns trigger language plpgsql security definer as $$
begin
  insert into chaos.change (job_id, queue, script, parent, host, old_state, state, attempt, crashes, worker, started_at, error)
  values (new.id, new.queue, new.payload->>'script', cast(new.payload->>'parent' as bigint), new.host,
          case when tg_op = 'UPDATE' then old.state end, new.state, new.attempt, new.crashes, new.worker, new.started_at, new.error);
  return null;
end $$;

create trigger chaos_added after insert on jobs.job for each row execute function chaos.note();
create trigger chaos_changed after update on jobs.job for each row
  when (old.state is distinct from new.state or old.started_at is distinct from new.started_at)
  execute function chaos.note();

create view chaos.last as
  select distinct on (job_id) * from chaos.change order by job_id, seq desc;

grant usage on schema chaos to ciq_crawl;
grant insert, select on chaos.effect, chaos.snoozed to ciq_crawl;
