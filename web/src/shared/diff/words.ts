import { diffWordsWithSpace } from 'diff';
import type { DiffLine } from '../api/types';

type Segment = { text: string; changed: boolean };
export type DiffRow = { line: DiffLine; segments: Segment[] };

const longestPair = 4000;

/**
 * Rows ready to draw. Removed and added lines that stand together are paired in order and compared word by word; a
 * line without a partner, or one too long to compare quickly, is shown whole.
 */
export function diffRows(lines: DiffLine[]): DiffRow[] {
  const rows: DiffRow[] = [];
  let index = 0;
  while (index < lines.length) {
    const removed = run(lines, index, 'del');
    const added = run(lines, index + removed.length, 'add');
    if (removed.length === 0 && added.length === 0) {
      const line = lines[index];
      if (line) rows.push({ line, segments: whole(line) });
      index += 1;
      continue;
    }
    rows.push(...removed.map((line, i) => ({ line, segments: words(line, added[i]) })));
    rows.push(...added.map((line, i) => ({ line, segments: words(line, removed[i]) })));
    index += removed.length + added.length;
  }
  return rows;
}

function run(lines: DiffLine[], from: number, kind: DiffLine['kind']): DiffLine[] {
  let end = from;
  while (lines[end]?.kind === kind) end += 1;
  return lines.slice(from, end);
}

function whole(line: DiffLine): Segment[] {
  return [{ text: line.text, changed: false }];
}

function words(line: DiffLine, partner: DiffLine | undefined): Segment[] {
  if (!partner || line.text.length + partner.text.length > longestPair) return whole(line);
  const before = line.kind === 'del' ? line.text : partner.text;
  const after = line.kind === 'del' ? partner.text : line.text;
  const parts = diffWordsWithSpace(before, after);
  const kept = parts.filter((part) => (line.kind === 'del' ? !part.added : !part.removed));
  if (kept.every((part) => part.added || part.removed)) return whole(line);
  return kept.map((part) => ({ text: part.value, changed: part.added || part.removed }));
}
