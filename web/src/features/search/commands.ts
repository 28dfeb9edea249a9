import type { Session } from '../../shared/api/types';
import { destinationsOf } from './destinations';
import { matches, wordsOf } from './snippets';
import { t } from './words';

/** What the palette can do besides finding things. */
export type Command = { id: string; label: string; keys: string; run: Run };
export type Run = { path: string } | { act: 'density' | 'theme' | 'keys' };

/** All commands of a member whose words match; all there are while nothing is typed. */
export function commandsOf(member: Session['member'], typed: string): Command[] {
  const words = wordsOf(typed);
  const goTo = destinationsOf(member).map(
    ({ name, path, letter }): Command => ({
      id: `go-${name}`,
      label: t(`goTo.${name}`),
      keys: letter ? `g ${letter}` : '',
      run: { path },
    }),
  );
  const acts: Command[] = [
    ...(member.role === 'viewer'
      ? []
      : [
          { id: 'add', label: t('act.add'), keys: 'c', run: { path: '/competitors/new' } },
          { id: 'alert', label: t('act.alert'), keys: '', run: { path: '/alerts/new' } },
          { id: 'digest', label: t('act.digest'), keys: '', run: { path: '/digests/new' } },
        ]),
    { id: 'theme', label: t('act.theme'), keys: '', run: { act: 'theme' } },
    { id: 'density', label: t('act.density'), keys: 'Shift D', run: { act: 'density' } },
    { id: 'keys', label: t('act.keys'), keys: '?', run: { act: 'keys' } },
  ];
  const all = [...acts, ...goTo];
  return words.length === 0 ? all : all.filter(({ label }) => matches(label, words));
}
