import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keys } from '../../shared/api/keys';
import type { Reprocessing } from '../../shared/api/types';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { readingQueries } from './queries';
import classes from './Reading.module.css';
import { RunResults } from './RunResults';
import { t } from './words';

/** How far a run has come, and what today's extractor reads differently. */
export function Run({ id }: { id: string }) {
  const query = useQuery(readingQueries.one(id));
  useFreshFacts(query.data);
  return (
    <Panel
      title={t('reading.run')}
      note={
        query.data && (
          <>
            {t('reading.started')} <RelativeTime at={query.data.createdAt} />, {t(modeOf(query.data))},{' '}
            {t('reading.extractor', { version: query.data.extractorVersion })}
          </>
        )
      }
      flush
    >
      <QueryBoundary query={query}>{(run) => <Progress run={run} />}</QueryBoundary>
    </Panel>
  );
}

export function modeOf({ dryRun }: { dryRun: boolean }): 'reading.dry' | 'reading.kept' {
  return dryRun ? 'reading.dry' : 'reading.kept';
}

/** What a finished run kept shows on every other screen too. */
function useFreshFacts(run: Reprocessing | undefined) {
  const queryClient = useQueryClient();
  const kept = run !== undefined && !run.dryRun && run.done === run.sources;
  useEffect(() => {
    if (!kept) return;
    for (const queryKey of [keys.facts, keys.sourceDiffs, keys.competitorOverviews]) {
      void queryClient.invalidateQueries({ queryKey });
    }
  }, [kept, queryClient]);
}

function Progress({ run }: { run: Reprocessing }) {
  const { sources, done, added, removed, changed } = run;
  const differing = added + removed + changed;
  const text = t('reading.progress', { done, sources });
  return (
    <>
      <div className={classes.progress} role="status">
        <progress max={sources} value={done} aria-label={text} />
        <span>{text}</span>
        {done === sources && (
          <strong>{differing === 0 ? t('reading.same') : t('reading.differs', { count: differing })}</strong>
        )}
        {differing > 0 && <span className={classes.quiet}>{t('reading.counts', { added, removed, changed })}</span>}
      </div>
      {run.results.length > 0 && <RunResults results={run.results} />}
    </>
  );
}
