import { everyInterval } from '../../shared/format/time';
import { Select } from '../../shared/ui/Select';
import classes from './SourceSettings.module.css';
import { intervals, type Watching } from './watching';
import { t } from './words';

type Props = { value: Watching; why: string | null | undefined; onChange: (change: Partial<Watching>) => void };

/** Whether the interval follows how often the page changes, and between which bounds. */
export function AdaptiveFields({ value, why, onChange }: Props) {
  return (
    <>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={value.adaptive}
          onChange={(event) => onChange({ adaptive: event.currentTarget.checked })}
        />
        {t('watching.adaptive')}
      </label>
      {value.adaptive && (
        <div className={classes.window}>
          {why && <p>{why}</p>}
          <div className={classes.times}>
            <Bound
              label={t('watching.shortest')}
              all={t('watching.shortestDefault')}
              value={value.shortest}
              onChange={(shortest) => onChange({ shortest })}
            />
            <Bound
              label={t('watching.longest')}
              all={t('watching.longestDefault')}
              value={value.longest}
              onChange={(longest) => onChange({ longest })}
            />
          </div>
          <p className={classes.help}>{t('watching.adaptiveHelp')}</p>
        </div>
      )}
    </>
  );
}

type BoundProps = {
  label: string;
  all: string;
  value: string | undefined;
  onChange: (interval: string | undefined) => void;
};

function Bound({ label, all, value, onChange }: BoundProps) {
  return (
    <span className={classes.choice}>
      {label}
      <Select
        label={label}
        all={all}
        value={value}
        options={intervals(value ?? 'PT24H').map((interval) => ({ value: interval, label: everyInterval(interval) }))}
        onChange={onChange}
      />
    </span>
  );
}
