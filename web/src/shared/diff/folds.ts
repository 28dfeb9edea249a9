import type { DiffHunk } from '../api/types';

/** How many unchanged lines lie between two hunks that follow each other; 0 where it cannot be told. */
export function foldedLines(before: DiffHunk | undefined, after: DiffHunk): number {
  const last = before?.lines.map((line) => line.newNo).findLast((no) => typeof no === 'number');
  const first = after.lines.map((line) => line.newNo).find((no) => typeof no === 'number');
  return typeof last === 'number' && typeof first === 'number' ? Math.max(0, first - last - 1) : 0;
}
