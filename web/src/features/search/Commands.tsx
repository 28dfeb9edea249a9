import { ActionIcon } from '@mantine/core';
import { CommandPaletteIcon, SearchIcon } from '@primer/octicons-react';
import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Session } from '../../shared/api/types';
import { toggleAppearance } from '../../shared/appearance/appearance';
import { useShortcuts } from '../../shared/shortcuts/shortcuts';
import classes from './Commands.module.css';
import { destinationsOf } from './destinations';
import { useGoTo, usePaletteKey } from './use-keys';
import { t } from './words';

const loadPalette = () => import('./Palette').then(({ Palette }) => ({ default: Palette }));
const Palette = lazy(loadPalette);
const CheatSheet = lazy(() => import('./CheatSheet').then(({ CheatSheet }) => ({ default: CheatSheet })));

type Props = { session: Session };

/** The keys that work everywhere and their buttons; what they open is loaded when the page has nothing else to do. */
export function Commands({ session }: Props) {
  const { member } = session;
  const router = useRouter();
  const [shown, setShown] = useState<'palette' | 'keys' | null>(null);
  const go = (path: string) => void router.navigate({ to: path });

  useEffect(() => {
    const idle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 2000));
    idle(() => void loadPalette());
  }, []);

  usePaletteKey(() => setShown('palette'));
  useGoTo((letter) => {
    const found = destinationsOf(member).find((destination) => destination.letter === letter);
    if (found) go(found.path);
    return found !== undefined;
  });
  useShortcuts(
    {
      '?': () => setShown('keys'),
      '/': () => focusFilter() || go('/search'),
      D: () => toggleAppearance('density'),
      '\\': () => toggleAppearance('nav'),
      c: () => member.role !== 'viewer' && go('/competitors/new'),
    },
    undefined,
    { everywhere: true },
  );

  const close = () => setShown(null);
  return (
    <>
      <button
        type="button"
        className={classes.search}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setShown('palette')}
      >
        <SearchIcon size={15} aria-hidden />
        <span className={classes.words}>{t('palette.open')}</span>
        <span className={classes.key} aria-hidden="true">
          {t('palette.hint')}
        </span>
      </button>
      <span className={classes.keys}>
        <ActionIcon aria-label={t('shortcuts.title')} title={t('shortcuts.title')} onClick={() => setShown('keys')}>
          <CommandPaletteIcon size={17} aria-hidden />
        </ActionIcon>
      </span>
      <Suspense fallback={null}>
        {shown === 'palette' && <Palette member={member} onClose={close} onKeys={() => setShown('keys')} />}
        {shown === 'keys' && <CheatSheet member={member} onClose={close} />}
      </Suspense>
    </>
  );
}

/** The screen's own field to narrow its list down, where it has one. */
function focusFilter(): boolean {
  const field = document.querySelector<HTMLElement>('#main input[type=search], #main [data-filter]');
  field?.focus();
  return field !== null;
}
