import { type ReactNode, useId } from 'react';
import type { CompetitorOverview } from '../../shared/api/types';
import { day } from '../../shared/format/time';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import classes from './DayOne.module.css';
import { t } from './words';

type Props = {
  overview: CompetitorOverview;
  /** The way to see what a change looks like. */
  example: ReactNode;
};

/**
 * There are no changes on the first day, so the page leads with knowledge: what was read, and when somebody looks
 * again. Nothing once there is a signal, and nothing while it is not known whether there is one.
 */
export function DayOne({ overview, example }: Props) {
  const heading = useId();
  const { counts, latestSignals, watchingSince, nextVisitAt, partial } = overview;
  const unsure = partial.some(({ part }) => part === 'latestSignals' || part === 'counts');
  if (!counts || latestSignals.length > 0 || unsure) return null;
  const known = [
    counts.plans && t('baseline.plans', { count: counts.plans }),
    counts.features && t('baseline.features', { count: counts.features }),
    counts.openings && t('baseline.roles', { count: counts.openings }),
    counts.posts && t('baseline.posts', { count: counts.posts }),
  ].filter(Boolean);
  return (
    <section className={classes.box} aria-labelledby={heading}>
      <h2 id={heading}>{t('baseline.title')}</h2>
      <p className={classes.known} aria-live="polite">
        {known.length > 0 ? known.join(' \u00b7 ') : t('baseline.reading')}
      </p>
      <p className={classes.next}>
        {watchingSince && known.length > 0 && <>{t('baseline.watching', { date: day(watchingSince) })} </>}
        {nextVisitAt && (
          <>
            {t('baseline.next')} <RelativeTime at={nextVisitAt} planned />.
          </>
        )}
      </p>
      {example}
    </section>
  );
}
