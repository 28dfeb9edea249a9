import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Select } from '../../shared/ui/Select';
import { t } from './words';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import classes from './Alerts.module.css';
import { amountOperators, type Draft, facts, operatorsOf, percentOperators } from './draft';

const categories = ['PRICING', 'PRODUCT', 'POSITIONING', 'HIRING', 'NEWS', 'LEADERSHIP', 'LEGAL', 'OTHER'] as const;
const currencies = ['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'INR'];

type Props = {
  draft: Draft;
  competitors: { id: string; name: string }[];
  onChange: (part: Partial<Draft>) => void;
};

/** What a story must be like. */
export function ConditionFields({ draft, competitors, onChange }: Props) {
  return (
    <div className={classes.fields}>
      <TextInput
        label={t('rule.name')}
        maxLength={200}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Labelled label={t('rule.what')}>
        <Select
          label={t('rule.what')}
          value={draft.fact}
          options={facts.map((value) => ({ value, label: t(`what.${value}`) }))}
          onChange={(fact = 'ANY') => {
            const fitting = operatorsOf(fact);
            onChange({ fact, operator: fitting.includes(draft.operator) ? draft.operator : (fitting.at(-1) ?? 'ANY') });
          }}
        />
      </Labelled>
      <Labelled label={t('rule.operator')}>
        <Select
          label={t('rule.operator')}
          value={draft.operator}
          options={operatorsOf(draft.fact).map((value) => ({ value, label: t(`operator.${value}`) }))}
          onChange={(operator = 'ANY') => onChange({ operator })}
        />
      </Labelled>
      {percentOperators.includes(draft.operator) && (
        <TextInput
          label={t('rule.value')}
          type="number"
          required
          min={0.1}
          step="any"
          value={draft.value}
          onChange={(event) => onChange({ value: event.currentTarget.value })}
        />
      )}
      {amountOperators.includes(draft.operator) && (
        <>
          <TextInput
            label={t('rule.amount')}
            type="number"
            required
            min={0.01}
            step="any"
            value={draft.value}
            onChange={(event) => onChange({ value: event.currentTarget.value })}
          />
          <Labelled label={t('rule.currency')}>
            <Select
              label={t('rule.currency')}
              value={draft.currency}
              options={currencies.map((value) => ({ value, label: value }))}
              onChange={(currency = 'USD') => onChange({ currency })}
            />
          </Labelled>
        </>
      )}
      <Labelled label={t('rule.competitor')}>
        <Select
          label={t('rule.competitor')}
          all={t('rule.anyCompetitor')}
          value={draft.competitorId}
          options={competitors.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(competitorId) => onChange({ competitorId })}
        />
      </Labelled>
      <TextInput
        label={t('rule.tags')}
        description={t('rule.tagsHelp')}
        value={draft.tags}
        onChange={(event) => onChange({ tags: event.currentTarget.value })}
      />
      <Labelled label={t('rule.category')}>
        <Select
          label={t('rule.category')}
          all={t('rule.anyCategory')}
          value={draft.category}
          options={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
          onChange={(category) => onChange({ category })}
        />
      </Labelled>
      <TextInput
        label={t('rule.significance')}
        type="number"
        min={0}
        max={100}
        value={draft.significance}
        onChange={(event) => onChange({ significance: event.currentTarget.value })}
      />
      <TextInput
        label={t('rule.keywords')}
        description={t('rule.keywordsHelp')}
        value={draft.keywords}
        onChange={(event) => onChange({ keywords: event.currentTarget.value })}
      />
    </div>
  );
}

/** A select names itself; the words above it are for the eye. */
export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className={classes.field}>
      <span aria-hidden="true">{label}</span>
      {children}
    </span>
  );
}
