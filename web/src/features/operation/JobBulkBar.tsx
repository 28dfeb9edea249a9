import { Button } from '@mantine/core';
import classes from './Jobs.module.css';
import type { Job } from './queries';
import { type JobAct, jobActs, possible } from './use-job-acts';
import { t } from './words';

type Props = { jobs: Job[]; pending: boolean; onAct: (act: JobAct) => void; onClear: () => void };

/** One act for all selected jobs; what suits none of them is not offered. */
export function JobBulkBar({ jobs, pending, onAct, onClear }: Props) {
  const now = Date.now();
  return (
    <fieldset className={classes.bulk} aria-label={t('jobs.act')}>
      <span role="status">{t('jobs.chosen', { count: jobs.length })}</span>
      {jobActs
        .filter((act) => jobs.some((job) => possible(job, act, now)))
        .map((act) => (
          <Button key={act} variant="default" loading={pending} onClick={() => onAct(act)}>
            {t(`jobAct.${act}`)}
          </Button>
        ))}
      <Button variant="subtle" onClick={onClear}>
        {t('jobs.clearChoice')}
      </Button>
    </fieldset>
  );
}
