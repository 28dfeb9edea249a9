import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Until } from '../../shared/api/types';
import { Dialog } from '../../shared/ui/Dialog';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import classes from './UntilDialog.module.css';
import { t } from './words';

/** What is put to rest until something happens. */
export type Resting = 'SNOOZED' | 'MUTED';

type Choice = 'forever' | 'tomorrow' | 'week' | 'date' | 'priceMove' | 'bigger';
type Props = { to: Resting; onClose: () => void; onChosen: (until: Until | undefined) => void };

function inDays(days: number): string {
  const at = new Date();
  at.setDate(at.getDate() + days);
  at.setHours(8, 0, 0, 0);
  return at.toISOString();
}

/** Asks until when a signal is snoozed or muted. */
export function UntilDialog({ to, onClose, onChosen }: Props) {
  const [choice, setChoice] = useState<Choice>(to === 'MUTED' ? 'forever' : 'tomorrow');
  const [when, setWhen] = useState('');
  const [percent, setPercent] = useState('10');
  const untils: Record<Choice, () => Until | undefined> = {
    forever: () => undefined,
    tomorrow: () => ({ kind: 'DATE', at: inDays(1) }),
    week: () => ({ kind: 'DATE', at: inDays(7) }),
    date: () => ({ kind: 'DATE', at: new Date(when).toISOString() }),
    priceMove: () => ({ kind: 'PRICE_MOVE' }),
    bigger: () => ({ kind: 'BIGGER_THAN', percent: Number(percent) }),
  };
  const choices: Choice[] = [
    ...(to === 'MUTED' ? (['forever'] as const) : []),
    'tomorrow',
    'week',
    'date',
    'priceMove',
    'bigger',
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChosen(untils[choice]());
  };
  const title = t(to === 'MUTED' ? 'until.mute' : 'until.snooze');
  return (
    <Dialog title={title} onClose={onClose}>
      <form className={classes.form} onSubmit={submit}>
        {to === 'MUTED' && <p>{t('until.muteNote')}</p>}
        <fieldset className={classes.choices} aria-label={title}>
          {choices.map((each) => (
            <label key={each} className={classes.choice}>
              <input type="radio" name="until" checked={choice === each} onChange={() => setChoice(each)} />
              {t(`until.${each}`)}
            </label>
          ))}
        </fieldset>
        {choice === 'date' && (
          <TextInput
            type="datetime-local"
            required
            label={t('until.when')}
            value={when}
            onChange={(event) => setWhen(event.currentTarget.value)}
          />
        )}
        {choice === 'bigger' && (
          <TextInput
            type="number"
            required
            min={0.1}
            step="any"
            label={t('until.percent')}
            value={percent}
            onChange={(event) => setPercent(event.currentTarget.value)}
          />
        )}
        <div className={classes.actions}>
          <Button type="submit">{t(`triageTo.${to}`)}</Button>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The same in words, beside the signal. */
export function UntilWords({ until }: { until: Until }) {
  if (until.kind === 'DATE' && until.at) {
    return (
      <span>
        {t('until.at')} <RelativeTime at={until.at} planned />
      </span>
    );
  }
  return (
    <span>
      {until.kind === 'PRICE_MOVE' ? t('until.PRICE_MOVE') : t('until.BIGGER_THAN', { percent: until.percent ?? 0 })}
    </span>
  );
}
