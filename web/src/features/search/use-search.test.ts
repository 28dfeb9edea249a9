import { renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type HitType, hitTypes } from './hit-types';
import { type Group, useShown } from './use-search';

/** All kinds, of which some have not answered yet. */
const groups = (...waiting: HitType[]): Group[] =>
  hitTypes.map((type) => {
    const isWaiting = waiting.includes(type);
    return { type, found: isWaiting ? undefined : { hits: [] }, failed: false, searching: isWaiting, again: () => {} };
  });
const forever = 3_600_000;

test('a kind waits for those above it, so that nothing moves down that is on screen', () => {
  const { result, rerender } = renderHook((known) => useShown(known, forever), {
    initialProps: groups('signal', 'fact'),
  });
  expect(result.current).toEqual(['competitor']);

  rerender(groups('fact'));
  expect(result.current).toEqual(['competitor', 'signal', 'source', 'document']);
  rerender(groups());
  expect(result.current).toEqual(hitTypes);
});

test('a kind that fails holds up no other', () => {
  const failed = groups().map((group) =>
    group.type === 'signal' ? { ...group, found: undefined, failed: true } : group,
  );

  expect(renderHook(() => useShown(failed, forever)).result.current).toEqual(hitTypes);
});

test('a kind that answers late holds up no other, and comes below them', async () => {
  const { result, rerender } = renderHook((known) => useShown(known, 1), { initialProps: groups('signal') });
  const others = hitTypes.filter((type) => type !== 'signal');
  await waitFor(() => expect(result.current).toEqual(others));

  rerender(groups());
  expect(result.current).toEqual([...others, 'signal']);
});
