import { expect, test } from 'vitest';
import { cardDraft } from '../../test/battlecard-fixtures';
import { editedOf, moved, newText, requestOf } from './draft';

test('what was not touched is sent as it came, and live blocks carry no words', () => {
  const request = requestOf(editedOf(cardDraft()));

  expect(request.sections[0]?.blocks[0]).toMatchObject({ kind: 'PROSE', text: 'We win on price.' });
  expect(request.sections[0]?.blocks[0]?.citations?.[0]).not.toHaveProperty('url');
  expect(request.sections[1]?.blocks[0]).toEqual({ id: expect.any(String), kind: 'LIVE', live: 'PRICES' });
});

test('a text nobody wrote yet is left out', () => {
  const edited = editedOf(cardDraft());
  edited.sections[0]?.blocks.push(newText());

  expect(requestOf(edited).sections[0]?.blocks).toHaveLength(1);
});

test('an entry moves one place and not over the edge', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
});
