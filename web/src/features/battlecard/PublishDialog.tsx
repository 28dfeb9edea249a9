import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { BattlecardDraft } from '../../shared/api/types';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import type { useDraftChanges } from './changes';
import classes from './Editor.module.css';
import { t } from './words';

type Props = {
  draft: BattlecardDraft;
  changes: ReturnType<typeof useDraftChanges>;
  onSaid: (words: string) => void;
  onClose: () => void;
};

/** Last look before readers see it: what is new, and until when somebody wants to have looked again. */
export function PublishDialog({ draft, changes: { publish }, onSaid, onClose }: Props) {
  const [note, setNote] = useState('');
  const [verifyBy, setVerifyBy] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish.mutate(
      { version: draft.version, publication: { note, ...(verifyBy && { verifyBy }) } },
      {
        onSuccess: ({ number }) => {
          onSaid(t('publish.done', { number }));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={t('publish.title')} onClose={onClose}>
      <form className={classes.form} onSubmit={submit}>
        <p>{t('publish.help')}</p>
        <TextInput
          label={t('publish.note')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('publish.verifyBy')}
          value={verifyBy}
          onChange={(event) => setVerifyBy(event.currentTarget.value)}
        />
        {publish.error && <ProblemNotice error={publish.error} />}
        <div className={classes.actions}>
          <Button type="submit" loading={publish.isPending}>
            {t('publish.do')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
