import type { Fact } from '../../shared/api/types';
import { detailOf } from '../../shared/facts/all';
import { functionName } from '../../shared/format/words';
import { type Cell, type Column, type Row, unknown } from './comparison';
import { t } from './words';

const month = 30 * 86_400_000;

/** How many roles of each function are open at each company. Whoever names no opening at all is unknown, not zero. */
export function hiringRows(columns: Column[], now: number): Row[] {
  const functions = [...new Set(columns.flatMap(({ facts }) => facts.map(functionOf)))].sort();
  const counted = (matches: (fact: Fact) => boolean) =>
    columns.map(({ facts }) => (facts.length === 0 ? unknown : countCell(facts.filter(matches))));
  const rows = [
    { name: t('hiring.total'), cells: counted(() => true) },
    {
      name: t('hiring.recent'),
      cells: counted(({ validFrom }) => typeof validFrom === 'string' && Date.parse(validFrom) >= now - month),
    },
    { name: t('hiring.places'), cells: columns.map(({ facts }) => placesCell(facts)) },
    ...functions.map((name) => ({ name: functionName(name), cells: counted((fact) => functionOf(fact) === name) })),
  ];
  return rows.filter(({ cells }) => cells.some(({ text }) => text !== null));
}

function functionOf(fact: Fact): string {
  return detailOf(fact, 'FUNCTION') ?? 'OTHER';
}

const named = 3;

function countCell(openings: Fact[]): Cell {
  const names = openings.slice(0, named).map(({ subject }) => subject);
  return {
    text: String(openings.length),
    note: openings.length > named ? `${names.join(', ')}, \u2026` : names.join(', ') || undefined,
    evidence: openings[0]?.evidence[0],
  };
}

function placesCell(facts: Fact[]): Cell {
  const places = [...new Set(facts.flatMap((fact) => detailOf(fact, 'LOCATION') ?? []))];
  return places.length === 0 ? unknown : { text: places.slice(0, 5).join(', ') };
}
