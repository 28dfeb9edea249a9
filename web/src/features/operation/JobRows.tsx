import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { JobStateMark } from './JobStateMark';
import classes from './Jobs.module.css';
import type { Job } from './queries';
import { type JobAct, jobActs, possible } from './use-job-acts';
import { t } from './words';

const rowHeight = 48;
/** Rows kept ready above and below what is visible, and how near the end the next page is asked for. */
const overscan = 12;
const nearEnd = 60;

export type JobRowsHandle = { focus: (index: number) => void };

type Props = {
  ref: Ref<JobRowsHandle>;
  jobs: Job[];
  selected: ReadonlySet<number>;
  onSelect: (job: Job) => void;
  onActive: (index: number) => void;
  onAct: (job: Job, act: JobAct) => void;
  onEnd: () => void;
};

/** Only the rows in sight are in the document, however many there are; a row is as high as its words need. */
export function JobRows({ ref, jobs, selected, onSelect, onActive, onAct, onEnd }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  const rows = useVirtualizer({
    count: jobs.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => jobs[index]?.id ?? index,
    overscan,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;

  useEffect(() => {
    if (last >= jobs.length - nearEnd) onEnd();
  }, [last, jobs.length, onEnd]);

  const focusIn = (index: number) => {
    const link = box.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`);
    link?.focus({ preventScroll: true });
    return link != null;
  };
  useImperativeHandle(ref, () => ({
    focus: (index) => {
      const within = Math.max(0, Math.min(index, jobs.length - 1));
      rows.scrollToIndex(within);
      wanted.current = focusIn(within) ? null : within;
    },
  }));
  // A row that was out of sight is there only after the scrolling has rendered it.
  useEffect(() => {
    if (wanted.current !== null && focusIn(wanted.current)) wanted.current = null;
  });

  return (
    <div ref={box} className={classes.scroller}>
      <ol className={classes.rows} style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start, key }) => {
          const job = jobs[index];
          return (
            job && (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                data-reveals-time
                className={classes.row}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={jobs.length}
                aria-posinset={index + 1}
                onFocus={() => onActive(index)}
              >
                <JobRow job={job} selected={selected.has(job.id)} onSelect={onSelect} onAct={onAct} />
              </li>
            )
          );
        })}
      </ol>
    </div>
  );
}

type RowProps = {
  job: Job;
  selected: boolean;
  onSelect: (job: Job) => void;
  onAct: (job: Job, act: JobAct) => void;
};

/** Kept while scrolling: only the rows that come into sight are drawn. */
const JobRow = memo(function JobRow({ job, selected, onSelect, onAct }: RowProps) {
  const now = Date.now();
  const since = job.finishedAt ?? job.startedAt ?? job.createdAt;
  const waits = job.state === 'queued' && Date.parse(job.runAt) > now;
  return (
    <>
      <input
        type="checkbox"
        className={classes.select}
        aria-label={t('jobs.select', { id: job.id })}
        checked={selected}
        onChange={() => onSelect(job)}
      />
      <JobStateMark state={job.state} />
      <span className={classes.words}>
        <Link to="/ops/jobs/$id" params={{ id: String(job.id) }} className={classes.name ?? ''}>
          {job.kind} <span className={classes.quiet}>{job.id}</span>
        </Link>
        <span className={classes.detail}>
          {job.reason
            ? `${t(`deadReason.${job.reason}`)}${job.error ? `: ${job.error}` : ''}`
            : (job.error ?? job.host)}
        </span>
      </span>
      <span className={classes.attempt}>{t('jobs.attempt', { attempt: job.attempt, most: job.maxAttempts })}</span>
      <span className={classes.time}>
        <RelativeTime at={waits ? job.runAt : since} planned={waits} inRow />
      </span>
      <span className={classes.acts}>
        {jobActs
          .filter((act) => possible(job, act, now))
          .map((act) => (
            <Button
              key={act}
              variant="default"
              aria-label={`${t(`jobAct.${act}`)}: ${t('jobs.job', { id: job.id })}`}
              onClick={() => onAct(job, act)}
            >
              {t(`jobAct.${act}`)}
            </Button>
          ))}
      </span>
    </>
  );
});
