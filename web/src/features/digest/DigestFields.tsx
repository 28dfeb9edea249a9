import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Category } from '../../shared/api/types';
import { QueryFailure } from '../../shared/ui/QueryFailure';
import { Select } from '../../shared/ui/Select';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import classes from './Digests.module.css';
import { audiences, categories, type Draft, days } from './draft';
import { digestQueries } from './queries';
import { t } from './words';

type Props = { draft: Draft; onChange: (part: Partial<Draft>) => void };

/** For whom a digest is and what it tells. */
export function SelectionFields({ draft, onChange }: Props) {
  const competitors = useQuery(digestQueries.competitors());
  const choose = (category: Category, chosen: boolean) =>
    onChange({
      categories: chosen ? [...draft.categories, category] : draft.categories.filter((each) => each !== category),
    });
  return (
    <>
      <QueryFailure queries={[competitors]} />
      <div className={classes.fields}>
        <TextInput
          label={t('digest.name')}
          maxLength={100}
          value={draft.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <Labelled label={t('digest.audience')}>
          <Select
            label={t('digest.audience')}
            value={draft.audience}
            options={audiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
            onChange={(audience = 'CUSTOM') => onChange({ audience })}
          />
        </Labelled>
        <Labelled label={t('digest.competitor')}>
          <Select
            label={t('digest.competitor')}
            all={t('digest.allCompetitors')}
            value={draft.competitorId}
            options={(competitors.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(competitorId) => onChange({ competitorId })}
          />
        </Labelled>
        <TextInput
          label={t('digest.tags')}
          description={t('digest.tagsHelp')}
          value={draft.tags}
          onChange={(event) => onChange({ tags: event.currentTarget.value })}
        />
        <TextInput
          label={t('digest.significance')}
          type="number"
          min={0}
          max={100}
          value={draft.significance}
          onChange={(event) => onChange({ significance: event.currentTarget.value })}
        />
      </div>
      <fieldset className={classes.checks}>
        <legend>{t('digest.categories')}</legend>
        {categories.map((category) => (
          <label key={category} className={classes.check}>
            <input
              type="checkbox"
              checked={draft.categories.includes(category)}
              onChange={(event) => choose(category, event.currentTarget.checked)}
            />
            {t(`category.${category}`)}
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** When a digest comes out and who gets it. */
export function CadenceFields({ draft, onChange }: Props) {
  const channels = useQuery(digestQueries.channels());
  const choose = (id: string, chosen: boolean) =>
    onChange({ channelIds: chosen ? [...draft.channelIds, id] : draft.channelIds.filter((each) => each !== id) });
  return (
    <>
      <div className={classes.fields}>
        <Labelled label={t('digest.frequency')}>
          <Select
            label={t('digest.frequency')}
            value={draft.frequency}
            options={(['DAILY', 'WEEKLY'] as const).map((value) => ({ value, label: t(`frequency.${value}`) }))}
            onChange={(frequency = 'WEEKLY') => onChange({ frequency })}
          />
        </Labelled>
        {draft.frequency === 'WEEKLY' && (
          <Labelled label={t('digest.day')}>
            <Select
              label={t('digest.day')}
              value={draft.day}
              options={days.map((value) => ({ value, label: t(`digestDay.${value}`) }))}
              onChange={(day = 'MONDAY') => onChange({ day })}
            />
          </Labelled>
        )}
        <TextInput
          label={t('digest.time')}
          type="time"
          required
          value={draft.time}
          onChange={(event) => onChange({ time: event.currentTarget.value })}
        />
        <TextInput
          label={t('digest.zone')}
          required
          value={draft.zone}
          onChange={(event) => onChange({ zone: event.currentTarget.value })}
        />
        <TextInput
          label={t('digest.recipients')}
          description={t('digest.recipientsHelp')}
          value={draft.recipients}
          onChange={(event) => onChange({ recipients: event.currentTarget.value })}
        />
      </div>
      <fieldset className={classes.checks}>
        <legend>{t('digest.channels')}</legend>
        <QueryFailure queries={[channels]} />
        {channels.data?.length === 0 && <p className={classes.quiet}>{t('digest.noChannels')}</p>}
        {channels.data?.map(({ id, name, kind }) => (
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
    </>
  );
}

/** A select names itself; the words above it are for the eye. */
function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className={classes.field}>
      <span aria-hidden="true">{label}</span>
      {children}
    </span>
  );
}
