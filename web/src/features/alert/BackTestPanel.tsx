import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AlertRuleRequest, BackTest } from '../../shared/api/types';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import classes from './Alerts.module.css';
import { alertQueries } from './queries';
import { t } from './words';

const pause = 400;
const mostPerDay = 5;

/** What the rule would have told in the last 30 days, as it is written right now. */
export function BackTestPanel({ rule }: { rule: AlertRuleRequest }) {
  const [settled] = useDebouncedValue(rule, pause);
  const backTest = useQuery(alertQueries.backTest(settled));
  return (
    <Panel title={t('backTest.title')}>
      <QueryBoundary query={backTest}>{(found) => <Found found={found} />}</QueryBoundary>
    </Panel>
  );
}

function Found({ found }: { found: BackTest }) {
  const most = Math.max(1, ...found.perDay.map(({ matches }) => matches));
  return (
    <>
      <p aria-live="polite">
        {found.matches === 0 ? t('backTest.none') : t('backTest.matches', { count: found.matches })}{' '}
        {found.cooled > 0 && t('backTest.cooled', { count: found.cooled })}
      </p>
      {found.matches > found.days * mostPerDay && <p className={classes.warning}>{t('backTest.tooMany')}</p>}
      {found.perDay.length > 0 && (
        <div className={classes.bars} role="img" aria-label={t('backTest.perDay')}>
          {found.perDay.map(({ day, matches }) => (
            <span
              key={day}
              className={classes.bar}
              title={`${day}: ${matches}`}
              style={{ height: `${(100 * matches) / most}%` }}
            />
          ))}
        </div>
      )}
      {found.samples.length > 0 && (
        <>
          <h3>{t('backTest.newest')}</h3>
          <ul className={classes.checks}>
            {found.samples.map((sample) => (
              <li key={sample.signalId}>
                <Link to="/signals/$id" params={{ id: sample.signalId }}>
                  {sample.headline}
                </Link>{' '}
                <span className={classes.quiet}>
                  <RelativeTime at={sample.detectedAt} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={classes.quiet}>{t('backTest.looked', { count: found.signals, millis: found.millis })}</p>
    </>
  );
}
