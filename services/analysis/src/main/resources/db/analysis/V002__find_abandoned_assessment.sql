-- Assessments that wait for a job that is no longer there: its worker died in the last attempt, or an
-- operator cancelled it. Looks over all workspaces and gives ids only.
create index assessment_pending on assessment (updated_at) where state = 'PENDING';

create function abandoned_assessment(quiet interval)
  returns table (workspace_id uuid, signal_id uuid)
  language sql stable security definer set search_path = analysis, pg_temp
as $$
  select a.workspace_id, a.signal_id
  from analysis.assessment a
  where a.state = 'PENDING'
    and a.updated_at < now() - quiet
    and not exists (
      select from jobs.job j
      where j.queue = 'analysis-jobs' and j.dedup = a.signal_id::text and j.state in (0, 1))
  order by a.updated_at
  limit 200
$$;
