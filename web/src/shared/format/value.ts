import type { FactChange, FactValue } from '../api/types';

const periods = { MONTH: '/mo', YEAR: '/yr', ONCE: ' once', USAGE: ' by usage' } as const;

/** A value as a number we trust (`$49/mo`), else in the page's own words; never an invented zero. */
export function valueText(value: FactValue): string {
  if (typeof value.amountMinor !== 'number' || !value.currency) return value.text;
  return `${money(value.amountMinor, value.currency)}${value.period ? periods[value.period] : ''}`;
}

/** Made once for each currency: to make one takes longer than to draw the row around it. */
const formats = new Map<string, { whole: Intl.NumberFormat; exact: Intl.NumberFormat; digits: number }>();

function formatsOf(currency: string) {
  const known = formats.get(currency);
  if (known) return known;
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const exact = new Intl.NumberFormat('en', style);
  const made = {
    exact,
    whole: new Intl.NumberFormat('en', { ...style, minimumFractionDigits: 0 }),
    digits: exact.resolvedOptions().maximumFractionDigits ?? 2,
  };
  formats.set(currency, made);
  return made;
}

function money(amountMinor: number, currency: string): string {
  try {
    const { whole, exact, digits } = formatsOf(currency);
    const amount = amountMinor / 10 ** digits;
    return (Number.isInteger(amount) ? whole : exact).format(amount);
  } catch {
    return `${amountMinor / 100} ${currency}`;
  }
}

export type Movement = { direction: 'up' | 'down'; percent: number; text: string };

/** How far a price moved; null when the two sides are not the same currency and period, or nothing moved. */
export function movement(change: Pick<FactChange, 'before' | 'after'>): Movement | null {
  const { before, after } = change;
  if (typeof before?.amountMinor !== 'number' || typeof after?.amountMinor !== 'number') return null;
  if (before.currency !== after.currency || (before.period ?? null) !== (after.period ?? null)) return null;
  if (before.amountMinor === 0 || before.amountMinor === after.amountMinor) return null;
  const percent = ((after.amountMinor - before.amountMinor) / before.amountMinor) * 100;
  const rounded = Math.abs(percent) >= 100 ? Math.round(percent) : Math.round(percent * 10) / 10;
  return {
    direction: percent > 0 ? 'up' : 'down',
    percent: rounded,
    text: `${percent > 0 ? '+' : '\u2212'}${Math.abs(rounded)}%`,
  };
}

/** Whether a value only repeats what it belongs to, as the title of a post does: it is read once. */
export function echoes(subject: string, value: FactValue): boolean {
  return valueText(value).trim().toLowerCase() === subject.trim().toLowerCase();
}

/** The change a headline is about: a price that moved first, else the first one that has two sides, else any that says more than its name. */
export function leadFact(facts: FactChange[]): FactChange | undefined {
  return (
    facts.find((fact) => movement(fact) !== null) ??
    facts.find((fact) => fact.before && fact.after) ??
    facts.find(({ subject, before, after }) => {
      const value = after ?? before;
      return value && !echoes(subject, value);
    })
  );
}
