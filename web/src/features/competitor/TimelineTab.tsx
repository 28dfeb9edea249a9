import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Category } from '../../shared/api/types';
import { dayKey } from '../../shared/charts/calendar';
import { CalendarHeatmap } from '../../shared/charts/lazy';
import { day } from '../../shared/format/time';
import { Chip } from '../../shared/ui/Chip';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { Select } from '../../shared/ui/Select';
import { daysOf, sinceOf } from './activity';
import classes from './CompetitorFrame.module.css';
import { SignalItem } from './LatestSignals';
import { dossierQueries } from './queries';
import { RangeChoice } from './RangeChoice';
import { categories, type Range } from './tabs';
import { t } from './words';

type Props = {
  id: string;
  range: Range;
  category: Category | undefined;
  onRange: (range: Range) => void;
  onCategory: (category: Category | undefined) => void;
};

/** Everything that happened, newest first, with the busy days above. */
export function TimelineTab({ id, range, category, onRange, onCategory }: Props) {
  const now = Date.now();
  const calendar = useQuery(dossierQueries.signals(id, sinceOf(range, now)));
  const list = useInfiniteQuery(dossierQueries.timeline(id, category));
  const [only, setOnly] = useState<string | null>(null);
  return (
    <div className={classes.stack} data-in-order>
      <Panel title={t('activity.calendar')} actions={<RangeChoice range={range} onRange={onRange} />}>
        <QueryBoundary query={calendar}>
          {({ items }) => (
            <CalendarHeatmap
              title={t('activity.calendar')}
              unit={t('activity.unit')}
              moments={items.map(({ detectedAt }) => Date.parse(detectedAt))}
              now={now}
              weeks={Math.ceil(daysOf(range) / 7)}
              onDay={setOnly}
            />
          )}
        </QueryBoundary>
      </Panel>
      <Panel
        title={t('timeline.list')}
        actions={
          <Select
            label={t('filter.category')}
            all={t('filter.allCategories')}
            value={category}
            options={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
            onChange={onCategory}
          />
        }
        flush
      >
        {only && (
          <p className={classes.more}>
            <Chip tone="accent">{t('timeline.day', { day: day(`${only}T12:00`) })}</Chip>{' '}
            <Button variant="subtle" onClick={() => setOnly(null)}>
              {t('filter.clear')}
            </Button>
          </p>
        )}
        <QueryBoundary query={list}>
          {({ pages }) => {
            const all = pages.flatMap(({ items }) => items);
            const shown = only ? all.filter(({ detectedAt }) => dayKey(Date.parse(detectedAt)) === only) : all;
            return (
              <>
                {shown.length === 0 && (
                  <Notice title={t(category || only ? 'timeline.noneOfFilter' : 'timeline.none')} />
                )}
                <ul>
                  {shown.map((signal) => (
                    <SignalItem key={signal.id} signal={signal} />
                  ))}
                </ul>
                {list.hasNextPage && (
                  <div className={classes.more}>
                    <Button
                      variant="default"
                      loading={list.isFetchingNextPage}
                      onClick={() => void list.fetchNextPage()}
                    >
                      {t('action.more')}
                    </Button>
                  </div>
                )}
              </>
            );
          }}
        </QueryBoundary>
      </Panel>
    </div>
  );
}
