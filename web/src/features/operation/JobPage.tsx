import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { absoluteTime } from '../../shared/format/time';
import { useShortcuts } from '../../shared/shortcuts/shortcuts';
import { CopyButton } from '../../shared/ui/CopyButton';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { span } from './figures';
import { JobStateMark } from './JobStateMark';
import { JobsToast } from './JobsToast';
import classes from './Operations.module.css';
import { OperatorScreen } from './OperatorScreen';
import { type Job, operationQueries } from './queries';
import { type JobAct, jobActs, possible, useJobActs } from './use-job-acts';
import { t } from './words';

/** One job: how far it is, why it ended, and what can be done about it. */
export function JobPage({ id }: { id: number }) {
  return (
    <OperatorScreen title={t('jobs.job', { id })}>
      {Number.isSafeInteger(id) ? <Found id={id} /> : <Notice title={t('jobs.none')} />}
    </OperatorScreen>
  );
}

function Found({ id }: { id: number }) {
  const query = useQuery(operationQueries.job(id));
  return (
    <QueryBoundary query={query}>
      {(job) => (
        <div className={classes.stack}>
          <Acts job={job} />
          <Stages job={job} />
          {(job.reason || job.error) && <Why job={job} />}
          <Details job={job} />
        </div>
      )}
    </QueryBoundary>
  );
}

function Acts({ job }: { job: Job }) {
  const { told, act, pending } = useJobActs();
  const now = Date.now();
  const offered = jobActs.filter((one) => possible(job, one, now));
  const doIt = (wanted: JobAct) => offered.includes(wanted) && act([job.id], wanted);
  useShortcuts({ r: () => doIt('retry'), X: () => doIt('cancel') }, { r: t('jobAct.retry'), X: t('jobAct.cancel') });
  return (
    <div className={classes.actions}>
      <JobStateMark state={job.state} />
      {offered.map((one) => (
        <Button key={one} variant="default" loading={pending} onClick={() => act([job.id], one)}>
          {t(`jobAct.${one}`)}
        </Button>
      ))}
      <Link to="/ops/jobs" search={{ queue: job.queue }}>
        {t('job.back')}
      </Link>
      <JobsToast told={told} />
    </div>
  );
}

function Stages({ job }: { job: Job }) {
  const stages = [
    ['job.created', job.createdAt],
    ['job.due', job.runAt],
    ['job.started', job.startedAt],
    ['job.finished', job.finishedAt],
  ] as const;
  const took = job.startedAt && job.finishedAt ? (Date.parse(job.finishedAt) - Date.parse(job.startedAt)) / 1000 : null;
  return (
    <Panel title={t('job.stages')}>
      <ol className={classes.stages}>
        {stages.map(([name, at]) => (
          <li key={name} className={classes.stage} data-reached={at !== undefined && Date.parse(at) <= Date.now()}>
            <strong>{t(name)}</strong>
            <div className={classes.quiet}>
              {at ? <RelativeTime at={at} planned={Date.parse(at) > Date.now()} /> : t('job.notYet')}
              {name === 'job.finished' && took !== null && `, ${t('job.took', { time: span(took) })}`}
              {name === 'job.started' && job.state === 'running' && job.progress !== undefined && (
                <> {t('job.progress', { percent: job.progress })}</>
              )}
            </div>
          </li>
        ))}
      </ol>
      {job.cancelRequested && job.state === 'running' && <p>{t('job.cancelling')}</p>}
    </Panel>
  );
}

/** Words of a program; where there are too many, they are scrolled, by keyboard as well. */
function Printed({ label, text }: { label: string; text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section className={classes.error} aria-label={label} tabIndex={0}>
      {text}
    </section>
  );
}

function Why({ job }: { job: Job }) {
  return (
    <Panel title={t('job.why')} note={job.reason && t(`deadReason.${job.reason}`)}>
      {job.reason && <p>{t(`deadFix.${job.reason}`)}</p>}
      {job.error && <Printed label={t('job.error')} text={job.error} />}
    </Panel>
  );
}

function Details({ job }: { job: Job }) {
  const rows = [
    ['job.queue', job.queue],
    ['job.kind', job.kind],
    ['job.host', job.host],
    ['job.priority', job.priority],
    ['job.worker', job.worker],
    ['job.lease', job.leaseUntil && absoluteTime(job.leaseUntil)],
    ['job.workspace', job.workspaceId],
    ['job.dedup', job.dedup],
  ] as const;
  return (
    <Panel title={t('job.details')}>
      <dl className={classes.facts}>
        <dt>{t('job.attempts')}</dt>
        <dd>
          {t('job.attemptsOf', { attempt: job.attempt, most: job.maxAttempts })}
          {job.crashes > 0 && `, ${t('job.crashes', { count: job.crashes })}`}
          {job.attempt > 1 && <span className={classes.quiet}> {t('job.noHistory')}</span>}
        </dd>
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{t(name)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {job.traceId && (
          <>
            <dt>{t('job.trace')}</dt>
            <dd className={classes.actions}>
              <code>{job.traceId}</code>
              <CopyButton text={job.traceId} label={t('job.copyTrace')} />
            </dd>
          </>
        )}
        {job.payload && (
          <>
            <dt>{t('job.payload')}</dt>
            <dd>
              <Printed label={t('job.payload')} text={JSON.stringify(job.payload, null, 2)} />
            </dd>
          </>
        )}
      </dl>
    </Panel>
  );
}
