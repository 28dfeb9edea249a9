/** Moves the focus to the place that changed after, or before, the one it is in; from elsewhere to the first or last. */
export function moveToHunk(by: 1 | -1): void {
  const hunks = hunkElements();
  const at = focusedHunk();
  const next = hunks[at < 0 ? (by > 0 ? 0 : hunks.length - 1) : at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Which of the places the focus is in, counted from 0 down the page; -1 for none. */
export function focusedHunk(): number {
  const focused = document.activeElement?.closest<HTMLElement>('[data-hunk]');
  return focused ? hunkElements().indexOf(focused) : -1;
}

function hunkElements(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-hunk]')];
}
