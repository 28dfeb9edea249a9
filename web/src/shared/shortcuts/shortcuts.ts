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

/** What the keys of the screens that are shown now mean, for the list of them. */
const shown = new Set<Record<string, string>>();

export function shownShortcuts(): [key: string, meaning: string][] {
  return [...shown].flatMap((meanings) => Object.entries(meanings));
}

/** Whether a key press is a command: nobody types, no modifier is held, nobody else took it, and commands are on. */
export function isCommand(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !read()) return false;
  return !(event.target instanceof HTMLElement && event.target.closest(typing));
}

/**
 * Runs an action for a single key, unless someone is typing, a modifier is held, or shortcuts are switched off.
 * @param meanings what each key does, for the list that `?` opens; a key without one is not listed
 * @param everywhere for keys of all screens: a screen's own key of the same name comes first
 */
export function useShortcuts(
  actions: Record<string, () => void>,
  meanings?: Record<string, string>,
  { everywhere = false } = {},
): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  const listed = meanings && JSON.stringify(meanings);
  useEffect(() => {
    if (!listed) return;
    const own = JSON.parse(listed) as Record<string, string>;
    shown.add(own);
    return () => void shown.delete(own);
  }, [listed]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isCommand(event)) return;
      const action = latest.current[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    const target = everywhere ? window : document;
    target.addEventListener('keydown', onKey as EventListener);
    return () => target.removeEventListener('keydown', onKey as EventListener);
  }, [everywhere]);
}
