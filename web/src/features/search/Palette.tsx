import { useMantineColorScheme } from '@mantine/core';
import { SearchIcon } from '@primer/octicons-react';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import type { Session } from '../../shared/api/types';
import { toggleAppearance } from '../../shared/appearance/appearance';
import { type Command, commandsOf, type Run } from './commands';
import classes from './Palette.module.css';
import { Snippet } from './Snippet';
import type { Hit } from './searchers';
import { wordsOf } from './snippets';
import { shortest, useRested, useSearch } from './use-search';
import { t } from './words';

type Props = { member: Session['member']; onClose: () => void; onKeys: () => void };
type Choice = { id: string; run: Run; row: ReactNode };
type Section = { label: string; choices: Choice[] };

const perType = 4;
const fewCommands = 8;

/** One field for everything: what there is and what can be done, from the keyboard alone. */
export function Palette({ member, onClose, onKeys }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const router = useRouter();
  const { setColorScheme } = useMantineColorScheme();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const q = useRested(typed).trim();
  const groups = useSearch(q);
  useEffect(() => dialog.current?.showModal(), []);

  // The field is there for the next letter at once; what it finds is drawn after it.
  const read = useDeferredValue(typed);
  const isListed = useDeferredValue(true, false);
  const sections = isListed ? sectionsOf(member, read, q, groups) : [];
  const choices = sections.flatMap((section) => section.choices);
  const active = Math.min(chosen, choices.length - 1);
  const searching = q.length >= shortest && groups.some((group) => group.searching && !group.found);

  const run = (wanted: Run | undefined) => {
    if (!wanted) return;
    onClose();
    if ('path' in wanted) router.history.push(wanted.path);
    else if (wanted.act === 'density') toggleAppearance('density');
    else if (wanted.act === 'keys') onKeys();
    else setColorScheme(document.documentElement.dataset.mantineColorScheme === 'dark' ? 'light' : 'dark');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = (active + step + choices.length) % Math.max(1, choices.length);
      setChosen(next);
      document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const current = read === typed ? choices : sectionsOf(member, typed, q, groups).flatMap((each) => each.choices);
      run(current[read === typed ? active : 0]?.run);
    }
  };

  let index = -1;
  return (
    <dialog
      ref={dialog}
      className={classes.palette}
      aria-label={t('palette.label')}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      onKeyDown={onKeyDown}
    >
      <div className={classes.field}>
        <SearchIcon size={16} aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-label={t('palette.label')}
          aria-expanded={choices.length > 0}
          aria-controls={list}
          aria-activedescendant={active >= 0 ? `${list}-${active}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('palette.placeholder')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setChosen(0);
          }}
        />
      </div>
      <p className="sr-only" role="status">
        {searching ? t('state.loading') : t('palette.found', { count: choices.length })}
      </p>
      <div
        id={list}
        role="listbox"
        aria-label={t('palette.results')}
        className={classes.list}
        hidden={choices.length === 0}
      >
        {sections.map(({ label, choices: own }) => (
          // biome-ignore lint/a11y/useSemanticElements: options are grouped inside a listbox, which a fieldset may not be
          <div key={label} role="group" aria-label={label}>
            <div className={classes.heading} aria-hidden="true">
              {label}
            </div>
            {own.map(({ id, run: wanted, row }) => {
              index += 1;
              const mine = index;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field holds the focus and its keys choose
                // biome-ignore lint/a11y/useFocusableInteractive: an option is pointed at by aria-activedescendant
                <div
                  key={id}
                  id={`${list}-${mine}`}
                  role="option"
                  aria-selected={mine === active}
                  className={classes.option}
                  onMouseMove={() => mine !== active && setChosen(mine)}
                  onClick={() => run(wanted)}
                >
                  {row}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {isListed && choices.length === 0 && !searching && (
        <p className={classes.none}>{t('palette.none', { q: typed })}</p>
      )}
    </dialog>
  );
}

function sectionsOf(
  member: Session['member'],
  typed: string,
  q: string,
  groups: ReturnType<typeof useSearch>,
): Section[] {
  const words = wordsOf(q);
  const commands = commandsOf(member, typed);
  const actions: Section = {
    label: t('palette.actions'),
    choices: (words.length > 0 ? commands.slice(0, fewCommands) : commands).map((command) => ({
      id: command.id,
      run: command.run,
      row: <CommandRow command={command} />,
    })),
  };
  const found = groups.flatMap(({ type, found: answer }): Section[] => {
    const hits = answer?.hits.slice(0, perType) ?? [];
    const choices = hits.map((hit) => ({
      id: `${type}-${hit.id}`,
      run: { path: hit.href },
      row: <HitRow hit={hit} words={words} />,
    }));
    return choices.length > 0 ? [{ label: t(`search.type.${type}`), choices }] : [];
  });
  const all: Section[] =
    found.length > 0
      ? [
          {
            label: t('palette.all.title'),
            choices: [
              {
                id: 'all',
                run: { path: `/search?q=${encodeURIComponent(q)}` },
                row: <span>{t('palette.all', { q })}</span>,
              },
            ],
          },
        ]
      : [];
  return [...found, ...(actions.choices.length > 0 ? [actions] : []), ...all];
}

function CommandRow({ command }: { command: Command }) {
  return (
    <>
      <span>{command.label}</span>
      {command.keys && <kbd className={classes.keys}>{command.keys}</kbd>}
    </>
  );
}

function HitRow({ hit, words }: { hit: Hit; words: string[] }) {
  return (
    <span className={classes.hit}>
      <span className={classes.title}>
        <Snippet text={hit.title} words={words} />
      </span>
      <span className={classes.text}>
        <Snippet text={hit.text} words={words} />
      </span>
    </span>
  );
}
