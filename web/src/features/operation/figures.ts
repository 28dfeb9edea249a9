import { locale } from '../../shared/i18n/locale';
import type { Queue } from './queries';

const percentFormat = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
const numberFormat = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** 0.964 as `96.4%`; never rounded up to a promise that is not kept. */
export function percent(share: number): string {
  return percentFormat.format(Math.floor(share * 1000 + 1e-9) / 1000);
}

export function number(value: number): string {
  return numberFormat.format(value);
}

/** Seconds in the two units that tell most: `45 s`, `3 min 5 s`, `2 h 4 min`, `3 d 1 h`. */
export function span(seconds: number): string {
  const whole = Math.round(seconds);
  if (seconds < 1) return `${Math.max(0, Math.round(seconds * 1000))} ms`;
  const parts: [size: number, unit: string][] = [
    [86_400, 'd'],
    [3600, 'h'],
    [60, 'min'],
    [1, 's'],
  ];
  const first = parts.findIndex(([size]) => whole >= size);
  let left = whole;
  return parts
    .slice(first, first + 2)
    .map(([size, unit]) => {
      const count = Math.floor(left / size);
      left -= count * size;
      return count > 0 ? `${count} ${unit}` : '';
    })
    .filter(Boolean)
    .join(' ');
}

/** The share of ended jobs that were done, over the last five minutes; null when none ended. */
export function success(queues: Pick<Queue, 'ratesPerMinute'>[]): number | null {
  const done = queues.reduce((sum, { ratesPerMinute }) => sum + ratesPerMinute.completed, 0);
  const dead = queues.reduce((sum, { ratesPerMinute }) => sum + ratesPerMinute.dead, 0);
  return done + dead > 0 ? done / (done + dead) : null;
}

/** What all queues hold together. */
export function total(queues: Queue[]) {
  return {
    waiting: queues.reduce((sum, { depth }) => sum + depth.ready, 0),
    dead: queues.reduce((sum, { depth }) => sum + depth.dead, 0),
    oldestSeconds: Math.max(0, ...queues.map(({ oldestAgeSeconds }) => oldestAgeSeconds)),
  };
}
