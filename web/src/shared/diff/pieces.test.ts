import { expect, test } from 'vitest';
import type { DiffHunk } from '../api/types';
import { piecesOf } from './pieces';

const hunk = (id: string, lines: number, from: number): DiffHunk => ({
  id,
  path: [id],
  kind: 'MODIFIED',
  ignoredBy: null,
  ruleId: null,
  lines: Array.from({ length: lines }, (_, index) => ({
    kind: index % 2 ? ('add' as const) : ('del' as const),
    text: `${id} ${index}`,
    oldNo: index % 2 ? null : from + index / 2,
    newNo: index % 2 ? from + (index - 1) / 2 : null,
    blockId: `b${index}`,
  })),
});

test('every line is in one piece, in order, and a piece knows whether it begins its hunk', () => {
  const hunks = [hunk('a', 45, 1), hunk('b', 4, 40), hunk('c', 40, 42)];

  const pieces = piecesOf(hunks);

  expect(pieces.flatMap(({ lines }) => lines.map(({ line }) => line.text))).toEqual(
    hunks.flatMap(({ lines }) => lines.map(({ text }) => text)),
  );
  expect(pieces.map(({ number, goesOn, lines }) => [number, goesOn, lines.length])).toEqual([
    [0, false, 20],
    [0, true, 20],
    [0, true, 5],
    [1, false, 4],
    [2, false, 20],
    [2, true, 20],
  ]);
});

test('lines are compared across the end of a piece, and what is folded is told once', () => {
  const removed = Array.from({ length: 15 }, (_, index) => ({
    kind: 'del' as const,
    text: `old ${index}`,
    oldNo: index + 1,
    newNo: null,
    blockId: `o${index}`,
  }));
  const added = removed.map((line, index) => ({
    ...line,
    kind: 'add' as const,
    text: `new ${index}`,
    oldNo: null,
    newNo: index + 1,
  }));
  const long = { ...hunk('a', 0, 1), lines: [...removed, ...added] };

  const [, second, third] = piecesOf([long, hunk('b', 2, 30)]);

  expect(second?.lines.at(-1)).toMatchObject({ line: { text: 'new 14' }, partner: { text: 'old 14' } });
  expect([second?.folded, third?.folded]).toEqual([0, 14]);
});
