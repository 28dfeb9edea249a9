import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WorkspaceErasure } from '../../shared/api/types';
import { absoluteTime } from '../../shared/format/time';
import { Panel } from '../../shared/ui/Panel';
import classes from '../../shared/ui/People.module.css';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { EraseDialog } from './EraseDialog';
import { useDataChanges } from './queries';
import { t } from './words';

type Props = { of?: WorkspaceErasure | null | undefined; name: string; isOwner: boolean };

/** The end of the workspace: asked for, taken back, or how far it is. */
export function ErasurePanel({ of: going, name, isOwner }: Props) {
  const [asking, setAsking] = useState(false);
  if (going) return <Going of={going} isOwner={isOwner} />;
  return (
    <Panel title={t('data.erase')}>
      <p>{t('data.eraseLead')}</p>
      <div className={classes.actions}>
        <Button color="red" onClick={() => setAsking(true)}>
          {t('data.eraseStart')}
        </Button>
      </div>
      {asking && <EraseDialog name={name} onClose={() => setAsking(false)} />}
    </Panel>
  );
}

function Going({ of: going, isOwner }: { of: WorkspaceErasure; isOwner: boolean }) {
  const { takeBack } = useDataChanges();
  const waits = going.state === 'CLOSED';
  return (
    <Panel title={t('data.erase')}>
      <p role="status">
        {waits ? t('data.closed', { at: absoluteTime(going.eraseAfter) }) : t('data.erasing')}{' '}
        {!waits && t('data.erased', { count: going.deletedRows })}
      </p>
      {going.trouble && <p className={classes.quiet}>{t('data.stopped', { trouble: going.trouble })}</p>}
      {takeBack.error && <ProblemNotice error={takeBack.error} />}
      {waits && isOwner && (
        <Button loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
          {t('data.takeBack')}
        </Button>
      )}
    </Panel>
  );
}
