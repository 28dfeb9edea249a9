import { type KeyboardEvent, useState } from 'react';

/** Where the arrow keys lead from one of `count` places; null for keys that lead nowhere. */
export function nextPlace(key: string, place: number | null, count: number): number | null {
  if (count === 0) return null;
  const from = place ?? (key === 'ArrowLeft' || key === 'PageUp' ? count : -1);
  const to = {
    ArrowRight: from + 1,
    ArrowLeft: from - 1,
    PageDown: from + 10,
    PageUp: from - 10,
    Home: 0,
    End: count - 1,
  }[key];
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to));
}

/** The place that is nearest to a position. */
export function nearest(positions: number[], position: number): number | null {
  let best: number | null = null;
  positions.forEach((each, index) => {
    if (best === null || Math.abs(each - position) < Math.abs((positions[best] ?? 0) - position)) best = index;
  });
  return best;
}

/** A reading cursor over places in a row, by keyboard and pointer; Escape puts it away. */
export function useCursor(count: number, next = nextPlace) {
  const [place, setPlace] = useState<number | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return setPlace(null);
    const to = next(event.key, place, count);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    setPlace(to);
  };
  return { place: place !== null && place < count ? place : null, setPlace, onKeyDown };
}
