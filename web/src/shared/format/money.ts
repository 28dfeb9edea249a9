const dollars = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 2 });
const small = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumSignificantDigits: 2 });

/** Millionths of a US dollar, as the usage ledger counts, in dollars: `$1.50`; below a cent what is there: `$0.0025`. */
export function fromMicros(micros: number): string {
  return micros > 0 && micros < 10_000 ? small.format(micros / 1e6) : dollars.format(micros / 1e6);
}

/** What somebody typed as dollars, in millionths; null when it is no amount. */
export function toMicros(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  return /^\d{1,9}(\.\d{1,6})?$/.test(text) ? Math.round(Number(text) * 1e6) : null;
}
