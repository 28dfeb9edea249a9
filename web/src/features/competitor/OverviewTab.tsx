import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { allFacts } from '../../shared/facts/all';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { Activity } from './Activity';
import { BaselineCounts } from './BaselineCounts';
import classes from './CompetitorFrame.module.css';
import { DayOne } from './DayOne';
import { LatestSignals } from './LatestSignals';
import { Meaning } from './Meaning';
import { PlansPanel } from './PlansPanel';
import { PostsPanel } from './PostsPanel';
import { PriceChart } from './PriceChart';
import { competitorQueries } from './queries';
import { RangeChoice } from './RangeChoice';
import { RolesChart } from './RolesChart';
import type { Range } from './tabs';
import { t } from './words';

type Props = { id: string; range: Range; onRange: (range: Range) => void; example: ReactNode };

/** The dossier on one page: what is known on the first day, what has happened since, and what it means. */
export function OverviewTab({ id, range, onRange, example }: Props) {
  const query = useQuery(competitorQueries.overview(id));
  const openings = useQuery(allFacts({ competitorId: id, kind: 'JOB_OPENING' }));
  return (
    <QueryBoundary query={query}>
      {(overview) => (
        <>
          {overview.competitor?.description && <p className={classes.description}>{overview.competitor.description}</p>}
          <DayOne overview={overview} example={example} />
          <BaselineCounts overview={overview} />
          <div className={classes.columns}>
            <Meaning signals={overview.latestSignals} />
            <div className={classes.wide}>
              <LatestSignals signals={overview.latestSignals} since={overview.watchingSince ?? null} />
            </div>
            <div className={classes.stack}>
              <PlansPanel competitorId={id} facts={overview.plans} />
              <Panel title={t('activity.title')} actions={<RangeChoice range={range} onRange={onRange} />}>
                <Activity competitorId={id} range={range} />
              </Panel>
              <PostsPanel facts={overview.posts} />
            </div>
            <div className={classes.stack}>
              <Panel title={t('prices.title')}>
                <PriceChart competitorId={id} range={range} />
              </Panel>
              <Panel title={t('roles.title')}>
                <QueryBoundary query={openings}>
                  {({ items }) => <RolesChart openings={items} range={range} />}
                </QueryBoundary>
              </Panel>
            </div>
          </div>
        </>
      )}
    </QueryBoundary>
  );
}
