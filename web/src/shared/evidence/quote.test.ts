import { expect, test } from 'vitest';
import type { Block } from '../api/types';
import { blockParts, parseQuote } from './quote';

const block: Block = { id: 'b', path: [], kind: 'PARAGRAPH', text: 'Pro $59 per seat', start: 100, end: 116 };

test('the quoted span is cut out of its block', () => {
  expect(blockParts(block, { start: 104, end: 107 })).toEqual([
    { text: 'Pro ', quoted: false },
    { text: '$59', quoted: true },
    { text: ' per seat', quoted: false },
  ]);
});

test('a span over several blocks marks the part in this one', () => {
  expect(blockParts(block, { start: 90, end: 103 })).toEqual([
    { text: 'Pro', quoted: true },
    { text: ' $59 per seat', quoted: false },
  ]);
});

test('a span elsewhere leaves the block alone', () => {
  expect(blockParts(block, { start: 0, end: 100 })).toEqual([{ text: block.text, quoted: false }]);
});

test.each(['', '12', '9-4', 'a-b', '1-2-3', undefined])(
  'the quote %s in an address is nonsense and dropped',
  (param) => {
    expect(parseQuote(param)).toBeNull();
  },
);
