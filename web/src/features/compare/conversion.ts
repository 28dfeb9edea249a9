import type { Column } from './comparison';

/** What one unit of each currency is worth in the chosen one: `{ GBP: 1.27 }`. Nobody else's numbers: the reader types them. */
export type Rates = Record<string, number>;

/** What amounts are shown in beside their own currency, at which rates, and the day these were typed. */
export type Conversion = { currency: string; rates: Rates; ratesOn?: string | undefined };

const rate = /^([A-Z]{3}):(\d{1,9}(?:\.\d{1,9})?)$/;

/** The rates in an address, `GBP:1.27,EUR:1.09`; what is no rate is dropped. */
export function ratesOf(text: string | undefined): Rates {
  const found: Rates = {};
  for (const part of (text ?? '').split(',')) {
    const [, currency, worth] = rate.exec(part) ?? [];
    if (currency && Number(worth) > 0) found[currency] = Number(worth);
  }
  return found;
}

/** The rates as an address holds them; undefined for none. */
export function ratesText(rates: Rates): string | undefined {
  return (
    Object.entries(rates)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([currency, worth]) => `${currency}:${worth}`)
      .join(',') || undefined
  );
}

/** A typed rate, with a comma or a point; null when it is none. */
export function rateOf(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  return rate.test(`EUR:${text}`) && Number(text) > 0 ? Number(text) : null;
}

/** The currencies in which the compared companies name their prices, by name. */
export function currenciesOf(columns: Column[]): string[] {
  const found = columns.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.kind === 'PRICE' ? ((fact.override ?? fact).value.currency ?? []) : [])),
  );
  return [...new Set(found)].sort();
}

/** An amount in the chosen currency, in its minor units; null where no rate is known. */
export function converted(amountMinor: number, from: string, { currency, rates }: Conversion): number | null {
  if (from === currency) return amountMinor;
  const worth = rates[from];
  if (worth === undefined) return null;
  return Math.round((amountMinor / 10 ** minorDigits(from)) * worth * 10 ** minorDigits(currency));
}

/** How many digits a currency has behind its point: 2 for dollars, none for yen. */
function minorDigits(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}
