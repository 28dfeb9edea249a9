import { useQuery } from '@tanstack/react-query';
import { Bars } from '../../shared/charts/lazy';
import { allFacts, detailOf } from '../../shared/facts/all';
import { dayAndMonth } from '../../shared/format/time';
import { functionName } from '../../shared/format/words';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { byWeek } from './activity';
import { postedAt } from './baseline';
import classes from './CompetitorFrame.module.css';
import { PostsPanel } from './PostsPanel';
import { RangeChoice } from './RangeChoice';
import type { Range } from './tabs';
import { t } from './words';

type Props = { id: string; range: Range; onRange: (range: Range) => void };

/** What they publish, and how often. */
export function NewsTab({ id, range, onRange }: Props) {
  const query = useQuery(allFacts({ competitorId: id, kind: 'POST' }));
  return (
    <QueryBoundary query={query}>
      {({ items, isComplete }) => {
        const dated = items.map((post) => ({
          at: Date.parse(postedAt(post) ?? ''),
          part: functionName(detailOf(post, 'POST_KIND') ?? 'POST'),
        }));
        const { weeks, parts } = byWeek(dated, range, Date.now());
        return (
          <div className={classes.stack} data-in-order>
            <Panel title={t('news.perWeek')} actions={<RangeChoice range={range} onRange={onRange} />}>
              <Bars
                title={t('news.perWeek')}
                unit={t('news.unit')}
                buckets={weeks.map(dayAndMonth)}
                parts={[...parts].map(([label, values]) => ({ label, values }))}
                empty={t('news.none')}
              />
              {!isComplete && <p className={classes.note}>{t('range.truncated', { count: items.length })}</p>}
            </Panel>
            <PostsPanel facts={items} />
          </div>
        );
      }}
    </QueryBoundary>
  );
}
