import * as v from 'valibot';
import type { Evidence, Signal } from '../../shared/api/types';

export const leasts = [1, 2, 5] as const;

export const insightSearch = v.object({ least: v.optional(v.fallback(v.picklist(leasts), 2), 2) });

export type Least = (typeof leasts)[number];

export type Claim = {
  text: string;
  kind: 'FACT' | 'INFERENCE' | 'RULE';
  /** The numbers of its quotes in the evidence of the whole story; none when no source was found. */
  citations: number[];
};

export type Insight = {
  claims: Claim[];
  /** Every quote once; its number is its place, from 1. */
  evidence: Evidence[];
  models: string[];
  dropped: number;
};

/**
 * What the assessments of a story's signals claim, with their evidence numbered through. Where no model has said
 * anything, what the rules say, resting on the evidence of the signal itself.
 */
export function insightOf(signals: Signal[]): Insight {
  const evidence: Evidence[] = [];
  const numbers = new Map<string, number>();
  for (const signal of signals) {
    for (const quote of quotesOf(signal)) {
      const place = `${quote.documentId} ${quote.start}-${quote.end}`;
      const number = numbers.get(place) ?? evidence.push(quote);
      numbers.set(place, number).set(quote.id, number);
    }
  }
  const cited = (ids: string[]) => [...new Set(ids.flatMap((id) => numbers.get(id) ?? []))].sort((a, b) => a - b);
  const assessed = signals.flatMap(({ assessment }) => (assessment?.state === 'DONE' ? [assessment] : []));
  const said = assessed.flatMap(({ claims }) =>
    (claims ?? []).map(
      ({ text, kind, evidenceIds }): Claim => ({ text, kind: kind ?? 'FACT', citations: cited(evidenceIds) }),
    ),
  );
  const ruled = signals.flatMap((signal) =>
    (signal.brief?.whyItMayMatter ?? []).map(
      (text): Claim => ({ text, kind: 'RULE', citations: cited(quotesOf(signal).map(({ id }) => id)).slice(0, 3) }),
    ),
  );
  return {
    claims: uniqueByText(said.length > 0 ? said : ruled),
    evidence,
    models: [...new Set(assessed.flatMap(({ model }) => model ?? []))],
    dropped: assessed.reduce((sum, { droppedClaims }) => sum + (droppedClaims ?? 0), 0),
  };
}

function quotesOf(signal: Signal): Evidence[] {
  return [...signal.facts, ...signal.texts].flatMap(({ evidence }) => evidence).concat(signal.evidence);
}

function uniqueByText(claims: Claim[]): Claim[] {
  const seen = new Set<string>();
  return claims.filter(({ text }) => !seen.has(text) && seen.add(text));
}
