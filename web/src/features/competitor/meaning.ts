import type { Evidence, Signal } from '../../shared/api/types';

export type MeaningClaim = {
  text: string;
  signal: Signal;
  evidence: Evidence[];
  isInference: boolean;
  byModel: boolean;
};

const most = 5;

/** What a model claims of the weightiest signals, else what our rules say of them; nothing that rests on no words. */
export function claimsOf(signals: Signal[]): MeaningClaim[] {
  const weighty = [...signals].sort((a, b) => (b.significance ?? 0) - (a.significance ?? 0));
  const said = weighty.flatMap((signal) => modelClaims(signal));
  return (said.length > 0 ? said : weighty.flatMap((signal) => ruleClaims(signal))).slice(0, most);
}

function modelClaims(signal: Signal): MeaningClaim[] {
  if (signal.assessment?.state !== 'DONE') return [];
  const quotes = evidenceOf(signal);
  return (signal.assessment.claims ?? []).flatMap(({ text, evidenceIds, kind }) => {
    const evidence = quotes.filter(({ id }) => evidenceIds.includes(id));
    return evidence.length > 0 ? [{ text, signal, evidence, isInference: kind === 'INFERENCE', byModel: true }] : [];
  });
}

function ruleClaims(signal: Signal): MeaningClaim[] {
  const [text] = signal.brief?.whyItMayMatter ?? [];
  const evidence = evidenceOf(signal)
    .filter(({ side }) => side === 'AFTER')
    .slice(0, 1);
  return text ? [{ text, signal, evidence, isInference: false, byModel: false }] : [];
}

function evidenceOf(signal: Signal): Evidence[] {
  return [...signal.facts, ...signal.texts].flatMap(({ evidence }) => evidence).concat(signal.evidence);
}
