import type { Signal } from '../../shared/api/types';
import { Panel } from '../../shared/ui/Panel';
import classes from './ReasonsPanel.module.css';
import { t } from './words';

/** Why the signal ranks where it does: the rules that spoke, in their own words. */
export function ReasonsPanel({ signal }: { signal: Signal }) {
  const significance = signal.significance;
  return (
    <Panel
      title={t('reasons.title')}
      note={typeof significance === 'number' && t('reasons.score', { score: significance })}
    >
      {typeof significance === 'number' && (
        <meter className={classes.meter} min={0} max={100} value={significance} aria-label={t('reasons.meter')} />
      )}
      {signal.reasons.length === 0 ? (
        <p className={classes.quiet}>{t('reasons.none')}</p>
      ) : (
        <ul className={classes.reasons}>
          {signal.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {typeof signal.confidence === 'number' && (
        <p className={classes.quiet}>{t('reasons.confidence', { percent: Math.round(signal.confidence * 100) })}</p>
      )}
    </Panel>
  );
}
