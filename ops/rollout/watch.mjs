// Whether a release may stay, from what Prometheus says while it is new.

/** A burn of 14.4 spends 2 % of a 30-day budget in an hour: the rate at which people are woken. */
export const FAST_BURN = 14.4;
/** One bad sample may be a pod that came late; two in a row are the release. */
const IN_A_ROW = 2;
/** Silence is judged as well: a release may have taken its own metrics away. */
const SILENT_IN_A_ROW = 5;

const endsWith = (samples, count, holds) => samples.length >= count && samples.slice(-count).every(holds);

/**
 * @param {{burn?: {slo: string, rate: number}[], alerts?: string[], silent?: string}[]} samples in the order they were taken
 * @param {{burn: number, before: string[]}} limits before: critical alerts that fired before the release came
 * @returns {string | undefined} why it must go, or nothing
 */
export function verdict(samples, { burn, before }) {
  const burning = (sample) => (sample.burn ?? []).filter(({ rate }) => rate > burn);
  const alarmed = (sample) => (sample.alerts ?? []).filter((alert) => !before.includes(alert));
  if (endsWith(samples, IN_A_ROW, (each) => burning(each).length > 0)) {
    return burning(samples.at(-1)).map(({ slo, rate }) => `${slo} spends its budget ${rate.toFixed(1)} times too fast`).join('; ');
  }
  if (endsWith(samples, IN_A_ROW, (each) => alarmed(each).length > 0)) return `${alarmed(samples.at(-1)).join(', ')} fires`;
  if (endsWith(samples, SILENT_IN_A_ROW, (each) => each.silent)) return `nobody can tell how it is doing: ${samples.at(-1).silent}`;
  return undefined;
}
