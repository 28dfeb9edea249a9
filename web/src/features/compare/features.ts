import type { Fact } from '../../shared/api/types';
import { type Cell, type Column, type Row, unknown } from './comparison';
import { t } from './words';

/** Each feature that any page names, and what the pages of each company say of it. Put together by name. */
export function featureRows(columns: Column[]): Row[] {
  const names = new Map<string, string>();
  const byColumn = columns.map(({ facts }) => {
    const features = new Map<string, Fact[]>();
    for (const fact of facts) {
      const key = keyOf(fact.field);
      if (!names.has(key)) names.set(key, fact.field.trim());
      features.set(key, [...(features.get(key) ?? []), fact]);
    }
    return features;
  });
  return [...names]
    .map(([key, name]) => ({ name, cells: byColumn.map((features) => featureCell(features.get(key))) }))
    .sort((a, b) => knownBy(b) - knownBy(a) || a.name.localeCompare(b.name));
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function knownBy({ cells }: Row): number {
  return cells.filter(({ text }) => text !== null).length;
}

function featureCell(facts: Fact[] | undefined): Cell {
  if (!facts || facts.length === 0) return unknown;
  const said = facts.map((fact) => ({ plan: fact.subject, text: (fact.override ?? fact).value.text, fact }));
  const isYes = (text: string) => /^(yes|included|true)$/i.test(text);
  const isNo = (text: string) => /^(no|not included|false)$/i.test(text);
  const having = said.filter(({ text }) => !isNo(text));
  if (having.length === 0) return { text: t('features.no'), evidence: facts[0]?.evidence[0] };
  const plans = having.map(({ plan, text }) => (isYes(text) ? plan : `${plan}: ${text}`)).join(', ');
  return {
    text: t('features.yes'),
    note: plans,
    evidence: having.find(({ fact }) => fact.evidence.length > 0)?.fact.evidence[0],
  };
}
