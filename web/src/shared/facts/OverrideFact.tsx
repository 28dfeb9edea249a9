import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Fact } from '../api/types';
import { t } from '../i18n/translate';
import { Dialog } from '../ui/Dialog';
import { ProblemNotice } from '../ui/ProblemNotice';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import classes from './OverrideFact.module.css';
import { useOverrideFact, useWithdrawOverride } from './queries';
import { factText } from './values';

type Props = { facts: Fact[]; title?: string; onClose: () => void };

/** Says what a fact is, or one of a plan's prices, instead of what was read. */
export function OverrideFact({ facts, title, onClose }: Props) {
  const [id, setId] = useState(facts[0]?.id);
  const fact = facts.find((each) => each.id === id) ?? facts[0];
  if (!fact) return null;
  return (
    <Dialog title={t('override.of', { subject: title ?? fact.subject })} onClose={onClose}>
      {facts.length > 1 && (
        <NativeSelect
          label={t('override.which')}
          value={fact.id}
          onChange={(event) => setId(event.currentTarget.value)}
          data={facts.map((each) => ({ value: each.id, label: factText(each) }))}
        />
      )}
      <OverrideForm key={fact.id} fact={fact} onClose={onClose} />
    </Dialog>
  );
}

/** Holds through every further visit until it is taken back. */
function OverrideForm({ fact, onClose }: { fact: Fact; onClose: () => void }) {
  const [text, setText] = useState(fact.override?.value.text ?? '');
  const [note, setNote] = useState(fact.override?.note ?? '');
  const put = useOverrideFact(fact.id);
  const withdraw = useWithdrawOverride(fact.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    put.mutate({ text, note }, { onSuccess: onClose });
  };
  const error = put.error ?? withdraw.error;
  return (
    <form className={classes.form} onSubmit={submit}>
      <p className={classes.help}>{t('override.read', { value: factText(fact) })}</p>
      <TextInput
        required
        label={t('override.value')}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput
        required
        label={t('override.note')}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {error && <ProblemNotice error={error} />}
      <div className={classes.actions}>
        <Button type="submit" loading={put.isPending}>
          {t('override.save')}
        </Button>
        {fact.override && (
          <Button
            variant="default"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate(undefined, { onSuccess: onClose })}
          >
            {t('override.withdraw')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
