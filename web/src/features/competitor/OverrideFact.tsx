import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Fact } from '../../shared/api/types';
import { valueText } from '../../shared/format/value';
import { t } from '../../shared/i18n/translate';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import classes from './ImportSources.module.css';
import { useOverrideFact, useWithdrawOverride } from './queries';

type Props = { fact: Fact; onClose: () => void };

/** Says what a fact is instead of what was read; holds through every further visit until it is taken back. */
export function OverrideFact({ fact, onClose }: Props) {
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
    <Dialog title={t('override.of', { subject: fact.subject })} onClose={onClose}>
      <form className={classes.form} onSubmit={submit}>
        <p className={classes.help}>{t('override.read', { value: valueText(fact.value) })}</p>
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
    </Dialog>
  );
}
