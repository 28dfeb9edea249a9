import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Session } from '../../shared/api/types';
import { shownShortcuts } from '../../shared/shortcuts/shortcuts';
import { Dialog } from '../../shared/ui/Dialog';
import { EverywhereKeys, KeyList, KeysSwitch } from './KeyLists';
import classes from './KeyLists.module.css';
import { t } from './words';

type Props = { member: Session['member']; onClose: () => void };

/** Every key that works where somebody is, and the switch that turns single keys off. */
export function CheatSheet({ member, onClose }: Props) {
  const [here] = useState(shownShortcuts);
  return (
    <Dialog title={t('shortcuts.title')} onClose={onClose}>
      <h3 className={classes.heading}>{t('shortcuts.here')}</h3>
      {here.length === 0 ? (
        <p className={classes.quiet}>{t('shortcuts.none')}</p>
      ) : (
        <KeyList keys={here.map(([key, meaning]) => ({ keys: [key], meaning }))} />
      )}
      <EverywhereKeys member={member} />
      <KeysSwitch />
      <Button variant="default" onClick={onClose}>
        {t('action.close')}
      </Button>
    </Dialog>
  );
}
