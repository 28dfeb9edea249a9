import { Link } from '@tanstack/react-router';
import type { Signal } from '../../shared/api/types';
import { day } from '../../shared/format/time';
import { leadFact } from '../../shared/format/value';
import { FactMove } from '../../shared/ui/FactMove';
import { Panel } from '../../shared/ui/Panel';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { SeverityMark } from '../../shared/ui/SeverityMark';
import classes from './rows.module.css';
import { t } from './words';

export function LatestSignals({ signals, since }: { signals: Signal[]; since: string | null }) {
  return (
    <Panel title={t('competitor.signals')} flush>
      {signals.length === 0 ? (
        <p className={classes.empty}>
          {since ? t('competitor.noSignalsSince', { date: day(since) }) : t('competitor.noSignals')}
        </p>
      ) : (
        <ul>
          {signals.map((signal) => (
            <SignalItem key={signal.id} signal={signal} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** A signal as a row of what happened to one competitor. */
export function SignalItem({ signal }: { signal: Signal }) {
  return (
    <li className={classes.signal}>
      <SeverityMark severity={signal.severity} />
      <span className={classes.words}>
        <Link to="/signals/$id" params={{ id: signal.id }}>
          {signal.headline}
        </Link>
        <Move signal={signal} />
      </span>
      <span className={classes.when}>
        <RelativeTime at={signal.detectedAt} />
      </span>
    </li>
  );
}

function Move({ signal }: { signal: Signal }) {
  const lead = leadFact(signal.facts);
  return lead ? (
    <span className={classes.quiet}>
      <FactMove change={lead} />
    </span>
  ) : null;
}
