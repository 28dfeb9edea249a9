import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReprocessingHead } from '../../shared/api/types';
import { absoluteTime } from '../../shared/format/time';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { readingQueries } from './queries';
import { Reading } from './Reading';
import classes from './Reading.module.css';
import { modeOf } from './Run';
import { t } from './words';

type Props = { run: string | undefined; onRun: (id: string) => void };

/** All pages of the workspace read again, and the latest runs of anybody. */
export function WorkspaceReading({ run, onRun }: Props) {
  const query = useQuery(readingQueries.latest());
  return (
    <article>
      <PageHeader title={t('reading.title')} />
      <Reading run={run} onRun={onRun}>
        <Panel title={t('reading.runs')} flush>
          <QueryBoundary query={query}>
            {(runs) => (runs.length === 0 ? <Notice title={t('reading.noRuns')} /> : <Runs runs={runs} />)}
          </QueryBoundary>
        </Panel>
      </Reading>
    </article>
  );
}

function Runs({ runs }: { runs: ReprocessingHead[] }) {
  return (
    <ul className={classes.results}>
      {runs.map((run) => (
        <li key={run.id} className={classes.result}>
          <Link
            to="/reading"
            search={{ run: run.id }}
            aria-label={t('reading.open', { time: absoluteTime(run.createdAt) })}
          >
            {absoluteTime(run.createdAt)}
          </Link>
          <span className={classes.quiet}>
            <RelativeTime at={run.createdAt} inRow />
          </span>
          <span>{t(modeOf(run))}</span>
          <span>{t('reading.progress', { done: run.done, sources: run.sources })}</span>
          <span className={classes.quiet}>
            {t('reading.counts', { added: run.added, removed: run.removed, changed: run.changed })}
          </span>
        </li>
      ))}
    </ul>
  );
}
