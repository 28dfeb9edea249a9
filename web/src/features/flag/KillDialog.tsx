import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Flag } from '../../shared/api/types';
import { Dialog } from '../../shared/ui/Dialog';
import { ChangeProblem } from './ChangeProblem';
import classes from './Flags.module.css';
import { useFlagChange } from './queries';
import { settingOf } from './setting';
import { stops, t } from './words';

/** Says what stops, or goes on, before it does. */
export function KillDialog({ of: flag, onClose }: { of: Flag; onClose: () => void }) {
  const change = useFlagChange();
  // What was asked stays, whatever somebody else does meanwhile.
  const [killed] = useState(!flag.killed);
  return (
    <Dialog title={t(killed ? 'flags.stopTitle' : 'flags.resumeTitle', { key: flag.key })} onClose={onClose}>
      <p>{killed ? stops(flag.key) : t('flags.resumeBody')}</p>
      <ChangeProblem error={change.error} now={flag} />
      <div className={classes.actions}>
        <Button
          {...(killed ? { color: 'red' } : {})}
          loading={change.isPending}
          onClick={() => change.mutate({ flag, setting: { ...settingOf(flag), killed } }, { onSuccess: onClose })}
        >
          {t(killed ? 'flags.stopNow' : 'flags.resume')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
