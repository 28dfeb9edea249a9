import { Button } from '@mantine/core';
import { useState } from 'react';
import type { IssuedApiKey } from '../../shared/api/types';
import { Dialog } from '../../shared/ui/Dialog';
import classes from './ApiKeys.module.css';
import { t } from './words';

/** Shows a key the once that it is known. */
export function SecretDialog({ issued, onClose }: { issued: IssuedApiKey; onClose: () => void }) {
  const [copied, setCopied] = useState<boolean>();
  const copy = () =>
    navigator.clipboard.writeText(issued.secret).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Dialog title={t('keys.secretTitle', { name: issued.key.name })} onClose={onClose}>
      <p>{t('keys.secretBody')}</p>
      <input
        readOnly
        className={classes.secret}
        aria-label={t('keys.secretLabel')}
        value={issued.secret}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p role="status" className={classes.quiet}>
        {copied !== undefined && t(copied ? 'keys.copied' : 'keys.notCopied')}
      </p>
      <div className={classes.actions}>
        <Button onClick={copy}>{t('keys.copy')}</Button>
        <Button variant="default" onClick={onClose}>
          {t('keys.done')}
        </Button>
      </div>
    </Dialog>
  );
}
