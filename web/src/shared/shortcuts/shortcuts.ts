import { useEffect, useRef, useSyncExternalStore } from 'react';

const storageKey = 'ciq-single-key-shortcuts';
/** Where a key is a letter to somebody; nobody types into a radio button. */
const typing = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog';
const listeners = new Set<() => void>();

function read(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

/** Single-key shortcuts can be switched off (WCAG 2.1.4); the choice stays in this browser. */
export function useShortcutsEnabled(): [boolean, (enabled: boolean) => void] {
  const enabled = useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, read);
  return [
    enabled,
    (next) => {
      try {
        localStorage.setItem(storageKey, next ? 'on' : 'off');
      } catch {
        // Without storage the choice lasts as long as the page.
      }
      for (const changed of listeners) changed();
    },
  ];
}

/** Runs an action for a single key, unless someone is typing, a modifier is held, or shortcuts are switched off. */
export function useShortcuts(actions: Record<string, () => void>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !read()) return;
      const target = event.target;
      if (target instanceof HTMLElement && target.closest(typing)) return;
      const action = latest.current[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
