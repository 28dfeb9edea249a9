import { useQuery } from '@tanstack/react-query';
import { FreshnessStrip } from '../../shared/charts/lazy';
import { DAY } from '../../shared/charts/scale';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import classes from './CompetitorFrame.module.css';
import { freshnessRows } from './freshness';
import { competitorQueries, dossierQueries } from './queries';
import { SourcesPanel } from './SourcesPanel';
import { t } from './words';

/** What is watched, how it is doing, and what each visit of the last week brought. */
export function SourcesTab({ id }: { id: string }) {
  const query = useQuery(competitorQueries.overview(id));
  const visits = useQuery(dossierQueries.visits(id));
  return (
    <QueryBoundary query={query}>
      {({ sources }) => (
        <div className={classes.stack} data-in-order>
          <SourcesPanel competitorId={id} sources={sources} />
          {sources.length > 0 && (
            <Panel title={t('freshness.title')}>
              <QueryBoundary query={visits}>
                {({ items }) => {
                  const now = Date.now();
                  const oldest = Math.min(now - DAY / 24, ...items.map(({ startedAt }) => Date.parse(startedAt)));
                  const from = Math.max(now - 7 * DAY, oldest);
                  return items.length === 0 ? (
                    <p className={classes.note}>{t('freshness.none')}</p>
                  ) : (
                    <FreshnessStrip
                      title={t('freshness.title')}
                      unit={t('freshness.unit')}
                      rows={freshnessRows(sources, items, from)}
                      from={from}
                      until={now}
                    />
                  );
                }}
              </QueryBoundary>
            </Panel>
          )}
        </div>
      )}
    </QueryBoundary>
  );
}
