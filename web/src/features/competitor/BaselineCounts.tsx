import type { CompetitorOverview } from '../../shared/api/types';
import classes from './BaselineCounts.module.css';
import { t } from './words';

/** Knowledge on day one: what was captured before anything could change. */
export function BaselineCounts({ overview }: { overview: CompetitorOverview }) {
  const counts = overview.counts;
  const tiles = [
    [t('count.plans'), counts?.plans],
    [t('count.posts'), counts?.posts],
    [t('count.facts'), counts?.facts],
    [t('count.documents'), counts?.documents],
    [t('count.changes'), counts?.changes],
    [t('count.sources'), overview.sources.length],
  ] as const;
  return (
    <dl className={classes.tiles}>
      {tiles.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? '\u2013'}</dd>
        </div>
      ))}
    </dl>
  );
}
