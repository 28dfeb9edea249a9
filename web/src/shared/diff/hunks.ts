/** Moves the focus to the place that changed after, or before, the one it is in; from elsewhere to the first or last. */
export function moveToHunk(by: 1 | -1): void {
  const hunks = [...document.querySelectorAll<HTMLElement>('[data-hunk]')];
  const at = hunks.findIndex((hunk) => hunk.contains(document.activeElement));
  const next = hunks[at < 0 ? (by > 0 ? 0 : hunks.length - 1) : at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Which of the places the focus is in, counted from 0 down the comparison; -1 for none. */
export function focusedHunk(): number {
  const focused = document.activeElement?.closest<HTMLElement>('[data-hunk]');
  return focused ? Number(focused.dataset.hunk) : -1;
}
