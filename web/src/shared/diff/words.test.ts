import { expect, test } from 'vitest';
import type { DiffLine } from '../api/types';
import { diffRow, pairedLines } from './words';

const line = (kind: DiffLine['kind'], text: string): DiffLine => ({
  kind,
  text,
  oldNo: null,
  newNo: null,
  blockId: 'b1',
});
const changed = (lines: DiffLine[]) =>
  pairedLines(lines)
    .map(diffRow)
    .map((row) => row.segments.filter((segment) => segment.changed).map((segment) => segment.text));

test('only the words that differ are marked, on both sides', () => {
  expect(changed([line('del', 'Pro costs $49 per seat'), line('add', 'Pro costs $59 per seat')])).toEqual([
    ['49'],
    ['59'],
  ]);
});

test('several removed lines pair with the added lines in order', () => {
  const rows = changed([line('del', 'a one'), line('del', 'b one'), line('add', 'a two'), line('add', 'b two')]);

  expect(rows).toEqual([['one'], ['one'], ['two'], ['two']]);
});

test('a line without a partner is shown whole, and nothing is lost', () => {
  const rows = pairedLines([line('ctx', 'before'), line('add', 'new line'), line('ctx', 'after')]).map(diffRow);

  expect(rows.map((row) => row.segments)).toEqual([
    [{ text: 'before', changed: false }],
    [{ text: 'new line', changed: false }],
    [{ text: 'after', changed: false }],
  ]);
});

test('lines that share nothing are not painted word by word', () => {
  expect(changed([line('del', 'alpha'), line('add', 'omega')])).toEqual([[], []]);
});

test('lines too long to compare quickly are shown whole', () => {
  const long = 'word '.repeat(600);

  expect(changed([line('del', `${long}a`), line('add', `${long}b`)])).toEqual([[], []]);
});
