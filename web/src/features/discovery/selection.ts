import type { PackEntry, SourcePack, Suggestion, TrackCompetitor } from '../../shared/api/types';

export type Choices = ReadonlyMap<string, boolean>;

/** What a chosen pack says of each of its pages, by suggestion. */
export type Packed = ReadonlyMap<string, PackEntry>;

export function packed(pack: SourcePack): Packed {
  return new Map(pack.entries.flatMap((entry) => entry.suggestions.map((id) => [id, entry] as const)));
}

/** Packs of which the site has at least half, the best first. */
export function fitting(packs: SourcePack[]): SourcePack[] {
  const share = ({ fit }: SourcePack) => (fit && fit.wanted > 0 ? fit.found / fit.wanted : 0);
  return packs.filter((pack) => share(pack) >= 0.5).toSorted((a, b) => share(b) - share(a));
}

type Wanted = NonNullable<TrackCompetitor['sources']>[number];

/** The page as it is asked for; pages of a pack are visited as the pack says. */
export function wanted({ id }: Suggestion, pack?: Packed): Wanted {
  const entry = pack?.get(id);
  if (!entry) return { suggestionId: id };
  const rendering = entry.rendering === 'AUTO' ? {} : { rendering: entry.rendering };
  return { suggestionId: id, schedule: { interval: entry.interval }, ...rendering };
}

/** What is ticked: what the member chose, else what the pack or discovery recommends. Pages that forbid robots are never watched. */
export function isChosen(suggestion: Suggestion, choices: Choices, pack?: Packed): boolean {
  if (suggestion.robots === 'DISALLOWED') return false;
  return choices.get(suggestion.id) ?? (pack ? pack.has(suggestion.id) : suggestion.recommended);
}

/** Recommended pages first, surer ones before doubtful ones; otherwise as they were found. */
export function inOrder(suggestions: Suggestion[]): Suggestion[] {
  const rank = (suggestion: Suggestion) =>
    (suggestion.robots === 'DISALLOWED' ? -2 : 0) + (suggestion.recommended ? 1 : 0) + (suggestion.confidence ?? 0) / 2;
  return suggestions.toSorted((a, b) => rank(b) - rank(a));
}

const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i;
const isLocal = /^[^/]+\.localhost(?=[:/]|$)/i;

/** Turns what people type (`acme.com`) into an address; null when it cannot be one. Names of this machine speak http. */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  const candidate = hasScheme.test(text) ? text : `${isLocal.test(text) ? 'http' : 'https'}://${text}`;
  try {
    const url = new URL(candidate);
    const reachable = /^https?:$/.test(url.protocol) && /^[^.\s]+(\.[^.\s]+)+$/.test(url.hostname);
    return reachable && !url.username ? candidate : null;
  } catch {
    return null;
  }
}
