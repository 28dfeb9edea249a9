import { expect, test } from 'vitest';
import { wordsIn } from './NotFound';
import { matches, nearest, snippet, wordsOf } from './snippets';

test('a snippet is cut into what was hit and what was not, whatever the text says', () => {
  expect(snippet('Pro costs <b>$59</b>', wordsOf('pro $59'))).toEqual([
    { text: 'Pro', hit: true },
    { text: ' costs <b>', hit: false },
    { text: '$59', hit: true },
    { text: '</b>', hit: false },
  ]);
});

test('a long text is shown around its first hit', () => {
  const parts = snippet(`${'x'.repeat(200)} needle ${'y'.repeat(300)}`, ['needle']);

  expect(parts[0]).toEqual({ text: '\u2026', hit: false });
  expect(parts.find(({ hit }) => hit)?.text).toBe('needle');
  expect(parts.at(-1)?.text).toBe('\u2026');
});

test('all words have to occur, in any order', () => {
  expect(matches('Single sign-on for Business', wordsOf('business SSO'))).toBe(false);
  expect(matches('Single sign-on for Business', wordsOf('business sign'))).toBe(true);
});

test('a name two letters away is offered, one further away is not', () => {
  expect(nearest('brihtdesk', ['BrightDesk', 'Kitebase'])).toBe('BrightDesk');
  expect(nearest('lumen', ['BrightDesk', 'Kitebase'])).toBeUndefined();
});

test('the words of a lost address are worth a search, its ids are not', () => {
  expect(wordsIn('/pages/bright-desk_pricing')).toBe('bright desk pricing');
  expect(wordsIn('/signals/01930000-0000-7000-8000-000000000006')).toBe('');
});
