import { diffWordsWithSpace } from 'diff';
import type { DiffLine } from '../api/types';

type Segment = { text: string; changed: boolean };
export type DiffRow = { line: DiffLine; segments: Segment[] };

const longestPair = 4000;

/** A line, and the one of the other version it is compared with word by word. */
export type PairedLine = { line: DiffLine; partner: DiffLine | undefined };

/** Removed and added lines that stand together, paired in order. */
export function pairedLines(lines: DiffLine[]): PairedLine[] {
  const pairs: PairedLine[] = [];
  let index = 0;
  while (index < lines.length) {
    const removed = run(lines, index, 'del');
    const added = run(lines, index + removed.length, 'add');
    if (removed.length === 0 && added.length === 0) {
      const line = lines[index];
      if (line) pairs.push({ line, partner: undefined });
      index += 1;
      continue;
    }
    pairs.push(...removed.map((line, i) => ({ line, partner: added[i] })));
    pairs.push(...added.map((line, i) => ({ line, partner: removed[i] })));
    index += removed.length + added.length;
  }
  return pairs;
}

/** A line ready to draw: one without a partner, or one too long to compare quickly, is shown whole. */
export function diffRow({ line, partner }: PairedLine): DiffRow {
  return { line, segments: words(line, partner) };
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
