type Point = {
  /** Milliseconds since 1970. */
  at: number;
  /** Null where nothing holds, such as after the end of a plan. */
  value: number | null;
  /** Nothing was told then: it only carries on what held before. */
  isCarried?: true;
};

export type Series = { id: string; label: string; points: Point[] };

/** What a series says at a moment: of a step line what was told last, else only what was told right then. */
export function valueAt({ points }: Series, at: number, isStep: boolean): number | null {
  let value: number | null = null;
  for (const point of points) {
    if (point.at > at) break;
    if (isStep || point.at === at) value = point.value;
  }
  return value;
}

/** Every moment anybody says something, once, in order. */
export function momentsOf(series: Series[], more: number[] = []): number[] {
  return [...new Set([...series.flatMap(({ points }) => points.map(({ at }) => at)), ...more])].sort((a, b) => a - b);
}

type Place = (value: number) => number;

/** The line through a series as an SVG path; it breaks where there is no value. */
export function linePath({ points }: Series, x: Place, y: Place, isStep: boolean, until?: number): string {
  let path = '';
  let isOpen = false;
  for (const { at, value } of points) {
    if (value === null) {
      if (isOpen && isStep) path += `H${round(x(at))}`;
      isOpen = false;
      continue;
    }
    if (!isOpen) path += `M${round(x(at))},${round(y(value))}`;
    else path += isStep ? `H${round(x(at))}V${round(y(value))}` : `L${round(x(at))},${round(y(value))}`;
    isOpen = true;
  }
  return isOpen && isStep && until !== undefined ? `${path}H${round(x(until))}` : path;
}

/** What lies between two step lines as a closed SVG path. */
export function bandPath(moments: number[], low: number[], high: number[], x: Place, y: Place, until: number): string {
  if (moments.length === 0) return '';
  const ends = [...moments.slice(1), until];
  const along = (values: number[]) =>
    values.map((value, index) => `${round(x(moments[index] ?? 0))},${round(y(value))}`);
  const top = along(high).map((point, index) => `L${point}H${round(x(ends[index] ?? 0))}`);
  const bottom = low
    .map((value, index) => `L${round(x(ends[index] ?? 0))},${round(y(value))}H${round(x(moments[index] ?? 0))}`)
    .reverse();
  return `M${round(x(moments[0] ?? 0))},${round(y(low[0] ?? 0))}${top.join('')}${bottom.join('')}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const most = 7;

/** At most seven parts, the largest by themselves and the rest as one: more than seven nobody tells apart. */
export function atMostSeven<T extends { label: string; values: number[] }>(parts: T[], rest: string) {
  const sum = ({ values }: { values: number[] }) => values.reduce((total, value) => total + value, 0);
  const sorted = [...parts].sort((a, b) => sum(b) - sum(a));
  if (sorted.length <= most) return sorted.map(({ label, values }) => ({ label, values }));
  const others = sorted.slice(most - 1);
  const values = (others[0]?.values ?? []).map((_, index) =>
    others.reduce((total, part) => total + (part.values[index] ?? 0), 0),
  );
  return [...sorted.slice(0, most - 1).map(({ label, values }) => ({ label, values })), { label: rest, values }];
}
