import { Fragment } from 'react';
import type { Session } from '../../shared/api/types';
import { useShortcutsEnabled } from '../../shared/shortcuts/shortcuts';
import { destinationsOf } from './destinations';
import classes from './KeyLists.module.css';
import { t } from './words';

type Key = { keys: string[]; meaning: string };

/** Keys and what they do; of more than one key the one after the other. */
export function KeyList({ keys }: { keys: Key[] }) {
  return (
    <dl className={classes.list}>
      {keys.map(({ keys: pressed, meaning }) => (
        <div key={pressed.join(' ')}>
          <dt>
            {pressed.map((key, index) => (
              <Fragment key={key}>
                {index > 0 && <span className={classes.quiet}> {t('shortcuts.then')} </span>}
                <kbd>{key.length === 1 && key !== key.toLowerCase() ? `Shift ${key}` : key}</kbd>
              </Fragment>
            ))}
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The keys that work on every screen, and those that lead to one. */
export function EverywhereKeys({ member }: { member: Session['member'] }) {
  return (
    <>
      <h3 className={classes.heading}>{t('shortcuts.everywhere')}</h3>
      <KeyList
        keys={[
          { keys: ['Ctrl K'], meaning: t('shortcuts.palette') },
          { keys: ['?'], meaning: t('shortcuts.help') },
          { keys: ['/'], meaning: t('shortcuts.filter') },
          { keys: ['c'], meaning: t('shortcuts.create') },
          { keys: ['D'], meaning: t('shortcuts.density') },
          { keys: ['\\'], meaning: t('shortcuts.nav') },
          { keys: ['Esc'], meaning: t('shortcuts.escape') },
        ]}
      />
      <h3 className={classes.heading}>{t('shortcuts.goTo')}</h3>
      <KeyList
        keys={destinationsOf(member).flatMap(({ name, letter }) =>
          letter ? [{ keys: ['g', letter], meaning: t(`goTo.${name}`) }] : [],
        )}
      />
    </>
  );
}

/** Single keys can be switched off (WCAG 2.1.4). */
export function KeysSwitch() {
  const [enabled, setEnabled] = useShortcutsEnabled();
  return (
    <div className={classes.switch}>
      <label>
        <input type="checkbox" checked={enabled} onChange={(event) => setEnabled(event.currentTarget.checked)} />
        {t('shortcuts.enabled')}
      </label>
      <p className={classes.quiet}>{t('shortcuts.enabledHelp')}</p>
    </div>
  );
}
