import { TextInput } from '@mantine/core';
import type { Channel } from '../../shared/api/types';
import { Select } from '../../shared/ui/Select';
import classes from './Alerts.module.css';
import { Labelled } from './ConditionFields';
import { coolDowns, type Draft, days } from './draft';
import { t } from './words';

type Props = { draft: Draft; channels: Channel[] | undefined; onChange: (part: Partial<Draft>) => void };

/** Whom a rule tells, when, and how often. */
export function TellingFields({ draft, channels, onChange }: Props) {
  const choose = (id: string, chosen: boolean) =>
    onChange({ channelIds: chosen ? [...draft.channelIds, id] : draft.channelIds.filter((each) => each !== id) });
  return (
    <>
      <fieldset className={classes.checks}>
        <legend>{t('rule.channels')}</legend>
        {channels?.length === 0 && <p className={classes.quiet}>{t('rule.noChannels')}</p>}
        {channels?.map(({ id, name, kind }) => (
          <label key={id} className={classes.check}>
            <input
              type="checkbox"
              checked={draft.channelIds.includes(id)}
              onChange={(event) => choose(id, event.currentTarget.checked)}
            />
            {name} ({t(`channelKind.${kind}`)})
          </label>
        ))}
      </fieldset>
      <div className={classes.fields}>
        <Labelled label={t('rule.mode')}>
          <Select
            label={t('rule.mode')}
            value={draft.mode}
            options={(['IMMEDIATE', 'DAILY', 'WEEKLY'] as const).map((value) => ({ value, label: t(`mode.${value}`) }))}
            onChange={(mode = 'IMMEDIATE') => onChange({ mode })}
          />
        </Labelled>
        {draft.mode !== 'IMMEDIATE' && (
          <TextInput
            label={t('rule.time')}
            type="time"
            required
            value={draft.time}
            onChange={(event) => onChange({ time: event.currentTarget.value })}
          />
        )}
        {draft.mode === 'WEEKLY' && (
          <Labelled label={t('rule.day')}>
            <Select
              label={t('rule.day')}
              value={draft.day}
              options={days.map((value) => ({ value, label: value.charAt(0) + value.slice(1).toLowerCase() }))}
              onChange={(day = 'MONDAY') => onChange({ day })}
            />
          </Labelled>
        )}
        <TextInput
          label={t('rule.zone')}
          required
          value={draft.zone}
          onChange={(event) => onChange({ zone: event.currentTarget.value })}
        />
        <Labelled label={t('rule.coolDown')}>
          <Select
            label={t('rule.coolDown')}
            value={draft.coolDown}
            options={coolDowns.map((value) => ({ value: value as string, label: t(`coolDown.${value}`) }))}
            onChange={(coolDown = '0') => onChange({ coolDown })}
          />
        </Labelled>
      </div>
      {draft.mode === 'IMMEDIATE' && <QuietFields draft={draft} onChange={onChange} />}
    </>
  );
}

function QuietFields({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  return (
    <div className={classes.checks}>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={draft.quiet}
          onChange={(event) => onChange({ quiet: event.currentTarget.checked })}
        />
        {t('rule.quiet')}
      </label>
      {draft.quiet && (
        <div className={classes.fields}>
          <TextInput
            label={t('rule.quietFrom')}
            type="time"
            required
            value={draft.quietFrom}
            onChange={(event) => onChange({ quietFrom: event.currentTarget.value })}
          />
          <TextInput
            label={t('rule.quietTo')}
            type="time"
            required
            value={draft.quietTo}
            onChange={(event) => onChange({ quietTo: event.currentTarget.value })}
          />
          <label className={classes.check}>
            <input
              type="checkbox"
              checked={draft.breaks}
              onChange={(event) => onChange({ breaks: event.currentTarget.checked })}
            />
            {t('rule.breaks')}
          </label>
        </div>
      )}
    </div>
  );
}
