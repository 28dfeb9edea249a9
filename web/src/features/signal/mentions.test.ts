import { expect, test } from 'vitest';
import { mentionsIn } from './mentions';

const people = [
  { id: '1', name: 'Ann' },
  { id: '2', name: 'Ann Lee' },
  { id: '3', name: 'Jürgen' },
];

test.each([
  ['nobody here', []],
  ['@Ann please', ['1']],
  ['@Ann Lee please', ['2']],
  ['(@jürgen), and @ann.', ['3', '1']],
  ['@Annabel is somebody else', []],
  ['mail@example.com', []],
  ['@Ann @Ann', ['1']],
])('%s', (body, named) => {
  expect(mentionsIn(body, people)).toEqual(named);
});
