import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { currentSession } from '../../shared/api/session';
import type { Flag } from '../../shared/api/types';
import { Dialog } from '../../shared/ui/Dialog';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import { ChangeProblem } from './ChangeProblem';
import classes from './Flags.module.css';
import { useFlagChange } from './queries';
import { type Draft, draftOf, idsOf, percentageOf } from './setting';
import { t } from './words';

/** For how many workspaces a flag is on, and for which whatever the share. */
export function EditDialog({ of: flag, onClose }: { of: Flag; onClose: () => void }) {
  const change = useFlagChange();
  const session = useQuery(currentSession());
  const [draft, setDraft] = useState<Draft>(() => draftOf(flag));
  const edit = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }));
  const percentage = percentageOf(draft);
  const onFor = idsOf(draft.onFor);
  const offFor = idsOf(draft.offFor);
  const { enabled } = draft;
  const { killed } = flag;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (percentage === undefined || !onFor || !offFor) return;
    change.mutate({ flag, setting: { enabled, percentage, killed, onFor, offFor } }, { onSuccess: onClose });
  };
  const ids = (name: 'onFor' | 'offFor') => ({
    label: t(`flags.${name}Field`),
    description: t('flags.idsHelp', { id: session.data?.workspace.id ?? '' }),
    error: idsOf(draft[name]) ? undefined : t('flags.idsBad'),
    rows: 2,
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setDraft((known) => ({ ...known, [name]: value }));
    },
  });
  return (
    <Dialog title={t('flags.editTitle', { key: flag.key })} onClose={onClose}>
      <form className={classes.form} onSubmit={submit}>
        <Checkbox
          label={t('flags.enabled')}
          checked={enabled}
          onChange={(event) => edit({ enabled: event.currentTarget.checked })}
        />
        <TextInput
          label={t('flags.percentage')}
          inputMode="numeric"
          error={percentage === undefined && t('flags.percentageBad')}
          value={draft.percentage}
          onChange={(event) => edit({ percentage: event.currentTarget.value })}
        />
        <Textarea {...ids('onFor')} />
        <Textarea {...ids('offFor')} />
        <ChangeProblem error={change.error} now={flag} />
        <div className={classes.actions}>
          <Button type="submit" loading={change.isPending} disabled={percentage === undefined || !onFor || !offFor}>
            {t('flags.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
