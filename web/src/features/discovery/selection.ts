import type { Suggestion } from '../../shared/api/types';

export type Choices = ReadonlyMap<string, boolean>;

/** What is ticked: what the member chose, else what discovery recommends. Pages that forbid robots are never watched. */
export function isChosen(suggestion: Suggestion, choices: Choices): boolean {
  if (suggestion.robots === 'DISALLOWED') return false;
  return choices.get(suggestion.id) ?? suggestion.recommended;
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
