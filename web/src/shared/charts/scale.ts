/** From a value of the data to a place on the screen. */
export type Scale = (value: number) => number;

type Span = readonly [from: number, to: number];

/** A straight line from `domain` onto `range`; a domain without any length lands in the middle. */
export function linear([d0, d1]: Span, [r0, r1]: Span): Scale {
  return d1 === d0 ? () => (r0 + r1) / 2 : (value) => r0 + ((value - d0) / (d1 - d0)) * (r1 - r0);
}

/** Sorted places moved no further than needed so that they lie at least `gap` from each other, none past `to`. */
export function apart(places: number[], gap: number, to: number): number[] {
  const moved = [...places];
  moved.forEach((place, index) => {
    if (index > 0) moved[index] = Math.max(place, (moved[index - 1] ?? 0) + gap);
  });
  for (let index = moved.length - 1, most = to; index >= 0; index -= 1, most -= gap) {
    moved[index] = Math.min(moved[index] ?? 0, most);
  }
  return moved;
}

/** Round values from 0 to at least `most`, about `wanted` of them: steps of 1, 2 or 5 times a power of ten. */
export function valueTicks(most: number, wanted: number, leastStep = 0): number[] {
  if (!(most > 0)) return [0, Math.max(1, leastStep)];
  const rough = most / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough * 0.999) ?? 10;
  const step = Math.max(leastStep, factor * power);
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const short = [1, 5, 15, 30, 60, 180, 360, 720].map((minutes) => minutes * MINUTE);
const long: [milliseconds: number, next: (date: Date) => void, floor: (date: Date) => void][] = [
  [DAY, (date) => date.setDate(date.getDate() + 1), midnight],
  [2 * DAY, (date) => date.setDate(date.getDate() + 2), midnight],
  [7 * DAY, (date) => date.setDate(date.getDate() + 7), monday],
  [30 * DAY, (date) => date.setMonth(date.getMonth() + 1), month],
  [91 * DAY, (date) => date.setMonth(date.getMonth() + 3), month],
  [365 * DAY, (date) => date.setFullYear(date.getFullYear() + 1), year],
];

export type TimeTick = { at: number; label: string };

/** At most about `wanted` round moments on the reader's clock, from minutes to years. */
export function timeTicks(from: number, to: number, wanted: number): TimeTick[] {
  const rough = (to - from) / Math.max(1, wanted);
  const step = short.find((each) => each >= rough);
  if (step) {
    const offset = new Date(from).getTimezoneOffset() * MINUTE;
    const first = Math.ceil((from - offset) / step) * step + offset;
    const count = Math.max(0, Math.floor((to - first) / step) + 1);
    return Array.from({ length: count }, (_, index) => tick(first + index * step, step));
  }
  const [length, next, floor] = long.find(([each]) => each >= rough) ?? (long.at(-1) as (typeof long)[number]);
  const date = new Date(from);
  floor(date);
  const ticks: TimeTick[] = [];
  for (; date.getTime() <= to; next(date)) if (date.getTime() >= from) ticks.push(tick(date.getTime(), length));
  return ticks;
}

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const dayOfMonth = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const monthOfYear = new Intl.DateTimeFormat(undefined, { month: 'short', year: 'numeric' });

function tick(at: number, step: number): TimeTick {
  const format = step < DAY ? clock : step < 30 * DAY ? dayOfMonth : monthOfYear;
  return { at, label: format.format(at) };
}

function midnight(date: Date): void {
  date.setHours(0, 0, 0, 0);
}

export function monday(date: Date): void {
  midnight(date);
  date.setDate(date.getDate() - ((date.getDay() + 6) % 7));
}

function month(date: Date): void {
  midnight(date);
  date.setDate(1);
}

function year(date: Date): void {
  month(date);
  date.setMonth(0);
}
