import { useQuery } from '@tanstack/react-query';
import { useAnswered } from '../../shared/api/use-answered';
import { workspaceQueries } from '../../shared/api/workspace';
import { t } from '../../shared/i18n/translate';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import classes from './WatchStatus.module.css';

/** Proof at the foot of the sidebar that silence means "nothing changed", not "nobody looked". */
export function WatchStatus() {
  const { data } = useQuery({ ...workspaceQueries.overview(), enabled: useAnswered() });
  if (!data || (data.competitors ?? 0) === 0) return null;
  return (
    <dl className={classes.status}>
      {data.nextVisitAt && (
        <div>
          <dt>{t('watch.next')}</dt>
          <dd>
            <RelativeTime at={data.nextVisitAt} planned />
          </dd>
        </div>
      )}
      {data.lastVisitAt && (
        <div>
          <dt>{t('watch.last')}</dt>
          <dd>
            <RelativeTime at={data.lastVisitAt} />
          </dd>
        </div>
      )}
      {typeof data.visits24h === 'number' && (
        <div>
          <dt>{t('watch.visits')}</dt>
          <dd>{data.visits24h}</dd>
        </div>
      )}
    </dl>
  );
}
