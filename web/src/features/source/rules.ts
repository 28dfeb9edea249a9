import type { EffectiveIgnoreRules, IgnoreRule, NewIgnoreRule } from '../../shared/api/types';
import type { Mode } from '../../shared/ignoring/queries';

/** Where a rule holds: all of the workspace, the competitors with a tag, or one page. */
export type Place = { level: 'WORKSPACE' } | { level: 'TAG'; tag: string } | { level: 'SOURCE' };

export type Level = { place: Place; rules: IgnoreRule[]; mode: Mode | null; asideBy: 'SOURCE' | 'TAG' | null };

/** The levels that reach a page, the widest first, each with its rules and who sets them aside. */
export function levelsOf(effective: EffectiveIgnoreRules): Level[] {
  const { mode, tags, replacingTags } = effective;
  const all = [...effective.rules, ...effective.replaced];
  const asideBySource = mode === 'REPLACE' ? ('SOURCE' as const) : null;
  return [
    {
      place: { level: 'WORKSPACE' },
      rules: all.filter((rule) => rule.level === 'WORKSPACE'),
      mode: null,
      asideBy: asideBySource ?? (replacingTags.length > 0 ? 'TAG' : null),
    },
    ...tags.map(
      (tag): Level => ({
        place: { level: 'TAG', tag },
        rules: all.filter((rule) => rule.level === 'TAG' && rule.tag === tag),
        mode: replacingTags.includes(tag) ? 'REPLACE' : 'APPEND',
        asideBy: asideBySource,
      }),
    ),
    { place: { level: 'SOURCE' }, rules: all.filter((rule) => rule.level === 'SOURCE'), mode, asideBy: null },
  ];
}

export function placeKey(place: Place): string {
  return place.level === 'TAG' ? `TAG ${place.tag}` : place.level;
}

/** A rule as the gateway wants to be told of it. */
export function ruleAt(place: Place, sourceId: string, rule: Pick<IgnoreRule, 'kind' | 'pattern'>): NewIgnoreRule {
  switch (place.level) {
    case 'WORKSPACE':
      return { ...rule, level: 'WORKSPACE' };
    case 'TAG':
      return { ...rule, level: 'TAG', tag: place.tag };
    case 'SOURCE':
      return { ...rule, level: 'SOURCE', sourceId };
  }
}
