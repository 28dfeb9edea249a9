import { useSyncExternalStore } from 'react';

/** How the dashboard looks to one person; the colour scheme is kept by Mantine, the language by the catalogues. */
export type Appearance = {
  density: 'comfortable' | 'compact';
  diff: 'greenRed' | 'blueOrange';
  motion: 'system' | 'reduce';
  nav: 'wide' | 'narrow';
};

/** index.html reads the same key before the first paint. */
const storageKey = 'ciq-appearance';
const usual: Appearance = { density: 'comfortable', diff: 'greenRed', motion: 'system', nav: 'wide' };
const listeners = new Set<() => void>();

let chosen = read();

function read(): Appearance {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Appearance>) };
  } catch {
    return usual;
  }
}

/** Takes effect at once, and in this browser from now on. */
export function setAppearance(change: Partial<Appearance>): void {
  chosen = { ...chosen, ...change };
  try {
    localStorage.setItem(storageKey, JSON.stringify(chosen));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  for (const [name, value] of Object.entries(chosen)) document.documentElement.dataset[name] = value;
  for (const changed of listeners) changed();
}

export function useAppearance(): Appearance {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => chosen,
  );
}

/** The other of two choices, for keys that switch. */
export function toggleAppearance(name: 'density' | 'nav'): void {
  if (name === 'density') setAppearance({ density: chosen.density === 'compact' ? 'comfortable' : 'compact' });
  else setAppearance({ nav: chosen.nav === 'narrow' ? 'wide' : 'narrow' });
}
