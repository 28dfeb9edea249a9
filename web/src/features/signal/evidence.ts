import type { Evidence, Signal } from '../../shared/api/types';

/** Every quote behind a signal once, in the order in which the facts, the texts and the signal itself name them. */
export function allEvidence(signal: Pick<Signal, 'facts' | 'texts' | 'evidence'>): Evidence[] {
  const quotes = [
    ...signal.facts.flatMap((fact) => fact.evidence),
    ...signal.texts.flatMap((text) => text.evidence),
    ...signal.evidence,
  ];
  const seen = new Set<string>();
  return quotes.filter((quote) => {
    const place = `${quote.documentId} ${quote.start}-${quote.end}`;
    if (seen.has(quote.id) || seen.has(place)) return false;
    seen.add(quote.id).add(place);
    return true;
  });
}
