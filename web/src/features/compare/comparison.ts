import * as v from 'valibot';
import type { Evidence, Fact } from '../../shared/api/types';
import type { Table } from '../../shared/export/file';

export const topics = ['pricing', 'features', 'hiring'] as const;

export type Topic = (typeof topics)[number];

export const mostCompared = 4;

/** The whole table in the address: who, per month or year, for how many seats, in which currency at which rates, and whether all rows are shown. */
export const compareSearch = v.object({
  c: v.fallback(v.optional(v.string()), undefined),
  period: v.optional(v.fallback(v.picklist(['MONTH', 'YEAR']), 'MONTH'), 'MONTH'),
  seats: v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)), 10), 10),
  currency: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))), undefined),
  rates: v.fallback(v.optional(v.string()), undefined),
  ratesOn: v.fallback(v.optional(v.pipe(v.string(), v.isoDate())), undefined),
  differences: v.fallback(v.optional(v.boolean()), undefined),
});

export type CompareSearch = v.InferOutput<typeof compareSearch>;

/** The competitors in the address, each once, at most four. */
export function chosenIds(c: string | undefined): string[] {
  return [...new Set((c ?? '').split(',').filter((id) => /^[0-9a-f-]{36}$/i.test(id)))].slice(0, mostCompared);
}

export type Cell = {
  /** `null` where no page says anything. */
  text: string | null;
  /** What was taken for granted, and whatever else has to be read with the text. */
  note?: string | undefined;
  evidence?: Evidence | undefined;
};

export type Row = { name: string; cells: Cell[] };

/** One company's column: who it is and the facts that are known of it. */
export type Column = { id: string; name: string; facts: Fact[] };

export const unknown: Cell = { text: null };

/** Whether the companies differ in a row; not knowing one of them is a difference too. */
export function differs({ cells }: Row): boolean {
  return new Set(cells.map(({ text }) => text)).size > 1;
}

/** The table as a file or a message has it, the notes in parentheses. */
export function asTable(title: string, names: string[], rows: Row[], unknownText: string): Table {
  return {
    columns: [title, ...names],
    rows: rows.map(({ name, cells }) => [
      name,
      ...cells.map(({ text, note }) => (text === null ? unknownText : note ? `${text} (${note})` : text)),
    ]),
  };
}
