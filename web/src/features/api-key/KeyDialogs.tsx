import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiKey, IssuedApiKey } from '../../shared/api/types';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { Select } from '../../shared/ui/Select';
import classes from './ApiKeys.module.css';
import { useApiKeyChanges } from './queries';
import { t } from './words';

const graces = ['0', '1', '24', '168'] as const;
type Grace = (typeof graces)[number];
type Props = { of: ApiKey; onClose: () => void };

/** Asks how long the old secret goes on. */
export function RotateDialog({ of: key, onClose, onIssued }: Props & { onIssued: (issued: IssuedApiKey) => void }) {
  const [grace, setGrace] = useState<Grace>('24');
  const { rotate } = useApiKeyChanges();
  const start = () =>
    rotate.mutate(
      { id: key.id, graceHours: Number(grace) },
      {
        onSuccess: (issued) => {
          onIssued(issued);
          onClose();
        },
      },
    );
  return (
    <Dialog title={t('keys.rotateTitle', { name: key.name })} onClose={onClose}>
      <p>{t('keys.rotateBody')}</p>
      <div className={classes.field}>
        <span aria-hidden>{t('keys.grace')}</span>
        <Select
          label={t('keys.grace')}
          value={grace}
          options={graces.map((value) => ({ value, label: t(`keys.grace.${value}`) }))}
          onChange={(next = '24') => setGrace(next)}
        />
      </div>
      {rotate.error && <ProblemNotice error={rotate.error} />}
      <div className={classes.actions}>
        <Button loading={rotate.isPending} onClick={start}>
          {t('keys.rotate')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('keys.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}

/** Asks before a key ends for good. */
export function RevokeDialog({ of: key, onClose }: Props) {
  const { revoke } = useApiKeyChanges();
  return (
    <Dialog title={t('keys.revokeTitle', { name: key.name })} onClose={onClose}>
      <p>{t('keys.revokeBody')}</p>
      {revoke.error && <ProblemNotice error={revoke.error} />}
      <div className={classes.actions}>
        <Button color="red" loading={revoke.isPending} onClick={() => revoke.mutate(key.id, { onSuccess: onClose })}>
          {t('keys.revoke')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('keys.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
