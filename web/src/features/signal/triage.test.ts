import { expect, test } from 'vitest';
import { signal } from '../../test/fixtures';
import { type SignalList, withMove, withSignal } from './triage';

const older = signal({ id: 'a', detectedAt: '2026-11-18T00:00:00Z' });
const newer = signal({ id: 'b', detectedAt: '2026-11-20T00:00:00Z' });
const search = { triage: 'NEW' as const, competitor: undefined, category: undefined, severity: undefined };
const list = (...items: (typeof older)[]): SignalList => ({ pages: [{ items }], pageParams: [undefined] });
const idsOf = (data: SignalList) => data.pages.map((page) => page.items.map((item) => item.id));

test('a signal that is done leaves the new ones', () => {
  expect(idsOf(withSignal(list(newer, older), search, { ...newer, triage: 'DONE' }))).toEqual([['a']]);
});

test('a signal that comes back stands where it stood', () => {
  const between = signal({ id: 'c', detectedAt: '2026-11-19T00:00:00Z' });

  expect(idsOf(withSignal(list(newer, older), search, between))).toEqual([['b', 'c', 'a']]);
});

test('a signal comes back into an empty list', () => {
  expect(idsOf(withSignal(list(), search, newer))).toEqual([['b']]);
});

test('a signal comes back on the page that covers its time', () => {
  const pages: SignalList = { pages: [{ items: [newer] }, { items: [older] }], pageParams: [undefined, 'x'] };
  const between = signal({ id: 'c', detectedAt: '2026-11-19T00:00:00Z' });

  expect(idsOf(withSignal(pages, search, between))).toEqual([['b'], ['c', 'a']]);
});

test('a signal never appears in a list whose filter it does not match', () => {
  expect(idsOf(withSignal(list(newer), { ...search, category: 'HIRING' }, older))).toEqual([['b']]);
});

test('an updated signal changes in place', () => {
  const updated = withSignal(list(newer, older), search, { ...older, headline: 'Reworded' });

  expect(updated.pages[0]?.items[1]?.headline).toBe('Reworded');
});

test('a move takes one from here and adds one there', () => {
  expect(withMove({ triage: { NEW: 3 } }, 'NEW', 'DONE').triage).toEqual({ NEW: 2, DONE: 1 });
  expect(withMove({ triage: {} }, 'NEW', 'DONE').triage).toEqual({ NEW: 0, DONE: 1 });
});
