import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShareKind } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { ProblemNotice } from '../ui/ProblemNotice';
import { QueryBoundary } from '../ui/QueryBoundary';
import { Select } from '../ui/Select';
import { shareLinks, useShareChanges } from './queries';
import classes from './Share.module.css';
import { ShareLinkRows } from './ShareLinkRows';
import { t } from './words';

type Props = { kind: ShareKind; targetId: string };

const lives = ['1', '7', '30', '90'] as const;

/** A button that opens the dialog with everything about sharing this one thing. */
export function ShareButton({ kind, targetId }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('share.action')}
      </Button>
      {open && <ShareDialog kind={kind} targetId={targetId} onClose={() => setOpen(false)} />}
    </>
  );
}

function ShareDialog({ kind, targetId, onClose }: Props & { onClose: () => void }) {
  const links = useQuery(shareLinks(targetId));
  const { create } = useShareChanges();
  const [days, setDays] = useState<string>('7');
  return (
    <Dialog title={t('share.title')} onClose={onClose}>
      <div className={classes.dialog}>
        <p>{t('share.note')}</p>
        <div className={classes.create}>
          <Select
            label={t('share.days')}
            value={days}
            options={lives.map((value) => ({
              value: value as string,
              label: t('share.forDays', { count: Number(value) }),
            }))}
            onChange={(value = '7') => setDays(value)}
          />
          <Button loading={create.isPending} onClick={() => create.mutate({ kind, targetId, days: Number(days) })}>
            {t('share.create')}
          </Button>
        </div>
        {create.error && <ProblemNotice error={create.error} />}
        {create.data?.path && (
          <div role="status">
            {t('share.once')}
            <code className={classes.secret}>{`${globalThis.location.origin}${create.data.path}`}</code>
          </div>
        )}
        <h3>{t('share.known')}</h3>
        <QueryBoundary query={links}>{({ items }) => <ShareLinkRows links={items} />}</QueryBoundary>
        <div className={classes.create}>
          <Button variant="default" onClick={onClose}>
            {t('action.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
