import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useShortcuts } from '../../shared/shortcuts/shortcuts';
import { Notice } from '../../shared/ui/Notice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { JobBulkBar } from './JobBulkBar';
import { JobFilters } from './JobFilters';
import { JobRows, type JobRowsHandle } from './JobRows';
import classes from './Jobs.module.css';
import { JobsToast } from './JobsToast';
import { isFiltered } from './job-filtered';
import type { JobSearch } from './job-search';
import type { Job } from './queries';
import { type JobAct, useJobActs } from './use-job-acts';
import { useJobs } from './use-jobs';
import { t } from './words';

type Props = { queue: string; queues: string[]; search: JobSearch; onSearch: (search: JobSearch) => void };

export function JobList({ queue, queues, search, onSearch }: Props) {
  const [live, setLive] = useState(true);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [active, setActive] = useState(-1);
  const rows = useRef<JobRowsHandle>(null);
  const { state, kind, host, reason } = search;
  const { list, jobs, ended, refresh } = useJobs(queue, { state, kind, host, reason }, live);
  const { told, act, pending } = useJobActs();

  const chosen = jobs.filter(({ id }) => selected.has(id));
  const target = () => (chosen.length > 0 ? chosen : jobs.slice(active, active + 1).filter(() => active >= 0));
  const doTo = (wanted: Job[], what: JobAct) => {
    act(
      wanted.map(({ id }) => id),
      what,
    );
    setSelected(new Set());
  };
  const select = (job: Job | undefined) => {
    if (!job) return;
    const next = new Set(selected);
    if (!next.delete(job.id)) next.add(job.id);
    setSelected(next);
  };
  const change = (next: JobSearch) => {
    setSelected(new Set());
    setActive(-1);
    onSearch(next);
  };

  useShortcuts(
    {
      j: () => rows.current?.focus(active + 1),
      k: () => rows.current?.focus(active - 1),
      x: () => select(jobs[active]),
      r: () => doTo(target(), 'retry'),
      X: () => doTo(target(), 'cancel'),
      f: () => change({ ...search, queue, state: state === 'dead' ? undefined : 'dead', reason: undefined }),
      p: () => setLive(!live),
    },
    {
      j: t('jobs.next'),
      k: t('jobs.previous'),
      x: t('jobs.selectKey'),
      r: t('jobAct.retry'),
      X: t('jobAct.cancel'),
      f: t('jobs.deadOnly'),
      p: t('jobs.pauseKey'),
    },
  );

  return (
    <>
      <JobFilters queue={queue} queues={queues} search={search} jobs={jobs} onChange={change} />
      <div className={classes.status}>
        <span role="status" className={classes.quiet}>
          {list.data && t('jobs.shown', { count: jobs.length })}
          {list.hasNextPage && `, ${t('jobs.more')}`}
        </span>
        {ended > 0 && (
          <button type="button" className={classes.pill} onClick={refresh}>
            {t('jobs.changed', { count: ended })}
          </button>
        )}
        <Button variant="default" aria-pressed={!live} onClick={() => setLive(!live)}>
          {t(live ? 'jobs.pause' : 'jobs.resume')}
        </Button>
      </div>
      {chosen.length > 0 && (
        <JobBulkBar
          jobs={chosen}
          pending={pending}
          onAct={(what) => doTo(chosen, what)}
          onClear={() => setSelected(new Set())}
        />
      )}
      <section className={classes.surface} aria-label={t('jobs.list', { queue })}>
        <QueryBoundary query={list}>
          {() =>
            jobs.length === 0 ? (
              <NoJobs filtered={isFiltered(search)} onClear={() => change({ queue })} />
            ) : (
              <JobRows
                ref={rows}
                jobs={jobs}
                selected={selected}
                onSelect={select}
                onActive={setActive}
                onAct={(job, what) => doTo([job], what)}
                onEnd={() => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage()}
              />
            )
          }
        </QueryBoundary>
      </section>
      <JobsToast told={told} />
    </>
  );
}

function NoJobs({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (!filtered) {
    return (
      <Notice title={t('jobs.noneYet')}>
        <p>{t('jobs.noneBody')}</p>
      </Notice>
    );
  }
  return (
    <Notice title={t('jobs.none')}>
      <Button variant="default" onClick={onClear}>
        {t('jobs.clear')}
      </Button>
    </Notice>
  );
}
