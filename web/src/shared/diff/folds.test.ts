import { expect, test } from 'vitest';
import type { DiffHunk } from '../api/types';
import { foldedLines } from './folds';

function hunk(...newNos: (number | null)[]): DiffHunk {
  return {
    id: 'h',
    path: [],
    kind: 'MODIFIED',
    lines: newNos.map((newNo) => ({
      kind: newNo === null ? 'del' : 'add',
      oldNo: null,
      newNo,
      text: '',
      blockId: 'b',
    })),
  };
}

test('what lies between two hunks is counted by the lines of the new version', () => {
  expect(foldedLines(hunk(3, 4, null), hunk(null, 12, 13))).toBe(7);
});

test('nothing is folded before the first hunk, between neighbours, and where no line is left', () => {
  expect(foldedLines(undefined, hunk(12))).toBe(0);
  expect(foldedLines(hunk(4), hunk(5))).toBe(0);
  expect(foldedLines(hunk(null), hunk(5))).toBe(0);
});
