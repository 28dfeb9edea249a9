import { useEffect, useRef } from 'react';
import { isCommand } from '../../shared/shortcuts/shortcuts';

const patience = 1500;

/** `g` and then a letter within a moment. It listens before the screens do, so that none of them takes the letter. */
export function useGoTo(go: (letter: string) => boolean): void {
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    let since = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if (!isCommand(event)) return;
      const pending = event.timeStamp - since < patience;
      since = event.key === 'g' && !pending ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (!pending || !latest.current(event.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}

/** Ctrl K or Cmd K, from everywhere, fields and dialogs too. */
export function usePaletteKey(open: () => void): void {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k')
        return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
