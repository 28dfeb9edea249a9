import { TextInput } from '@mantine/core';
import classes from './SourceSettings.module.css';
import { isOvernight, type Watching, weekdays } from './watching';
import { t } from './words';

type Props = { value: Watching; onChange: (change: Partial<Watching>) => void };

/** On which days and between which times a page may be visited. */
export function WindowFields({ value, onChange }: Props) {
  return (
    <div className={classes.window}>
      <fieldset className={classes.days}>
        <legend>{t('watching.days')}</legend>
        {weekdays.map((day) => (
          <label key={day} className={classes.check}>
            <input
              type="checkbox"
              checked={value.days.includes(day)}
              onChange={() =>
                onChange({
                  days: weekdays.filter((other) => value.days.includes(other) !== (other === day)),
                })
              }
            />
            {t(`weekday.${day}`)}
          </label>
        ))}
      </fieldset>
      <div className={classes.times}>
        <TextInput
          type="time"
          required
          label={t('watching.from')}
          value={value.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          required
          label={t('watching.to')}
          value={value.to}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
        {isOvernight(value) && <span className={classes.help}>{t('watching.overnight')}</span>}
      </div>
      <p className={classes.help}>{t('watching.limitedHelp')}</p>
    </div>
  );
}
