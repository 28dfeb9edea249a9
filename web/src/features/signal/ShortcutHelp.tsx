import { ActionIcon, Button } from '@mantine/core';
import { CommandPaletteIcon } from '@primer/octicons-react';
import { useState } from 'react';
import { useShortcuts, useShortcutsEnabled } from '../../shared/shortcuts/shortcuts';
import { Dialog } from '../../shared/ui/Dialog';
import classes from './ShortcutHelp.module.css';
import { t } from './words';

const shortcuts = [
  ['j', t('keys.next')],
  ['k', t('keys.previous')],
  ['Enter', t('keys.open')],
  ['x', t('keys.select')],
  ['e', t('triageTo.DONE')],
  ['s', t('triageTo.SAVED')],
  ['d', t('triageTo.DISMISSED')],
  ['h', t('triageTo.SNOOZED')],
  ['m', t('triageTo.MUTED')],
  ['r', t('triageTo.SEEN')],
  ['u', t('triageTo.NEW')],
  ['z', t('action.undo')],
  ['?', t('keys.help')],
] as const;

export function ShortcutHelp() {
  const [shown, setShown] = useState(false);
  const [enabled, setEnabled] = useShortcutsEnabled();
  const open = () => setShown(true);
  const close = () => setShown(false);
  useShortcuts({ '?': open });
  return (
    <>
      <ActionIcon aria-label={t('keys.title')} title={t('keys.title')} onClick={open}>
        <CommandPaletteIcon size={18} aria-hidden />
      </ActionIcon>
      {shown && (
        <Dialog title={t('keys.title')} onClose={close}>
          <dl className={classes.list}>
            {shortcuts.map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <label className={classes.toggle}>
            <input type="checkbox" checked={enabled} onChange={(event) => setEnabled(event.currentTarget.checked)} />
            {t('keys.enabled')}
          </label>
          <Button variant="default" onClick={close}>
            {t('action.close')}
          </Button>
        </Dialog>
      )}
    </>
  );
}
