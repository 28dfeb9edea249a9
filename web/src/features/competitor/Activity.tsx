import { useQuery } from '@tanstack/react-query';
import type { Category } from '../../shared/api/types';
import { Bars } from '../../shared/charts/lazy';
import { dayAndMonth } from '../../shared/format/time';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { byWeek, datedSignals, sinceOf } from './activity';
import classes from './CompetitorFrame.module.css';
import { dossierQueries } from './queries';
import type { Range } from './tabs';
import { t } from './words';

type Props = { competitorId: string; range: Range };

/** How much happened, week by week and kind by kind. */
export function Activity({ competitorId, range }: Props) {
  const now = Date.now();
  const query = useQuery(dossierQueries.signals(competitorId, sinceOf(range, now)));
  return (
    <QueryBoundary query={query}>
      {({ items, nextCursor }) => {
        const { weeks, parts } = byWeek(datedSignals(items), range, now);
        return (
          <>
            <Bars
              title={t('activity.title')}
              unit={t('activity.unit')}
              buckets={weeks.map(dayAndMonth)}
              parts={[...parts].map(([part, values]) => ({ label: t(`category.${part as Category}`), values }))}
              empty={t('activity.none')}
            />
            {nextCursor && <p className={classes.note}>{t('range.truncated', { count: items.length })}</p>}
          </>
        );
      }}
    </QueryBoundary>
  );
}
