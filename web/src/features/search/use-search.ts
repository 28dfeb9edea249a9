import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type HitType, hitTypes } from './hit-types';
import { type Found, searchers } from './searchers';

export type Group = { type: HitType; found: Found | undefined; failed: boolean; searching: boolean };

export const shortest = 2;

/** Asks for everything at once; what answers late or not at all holds up nothing else. */
export function useSearch(q: string): Group[] {
  const enabled = q.trim().length >= shortest;
  const options = { enabled, placeholderData: keepPreviousData };
  const results = useQueries({
    queries: [
      { ...searchers.competitor(q), ...options },
      { ...searchers.signal(q), ...options },
      { ...searchers.source(q), enabled },
      { ...searchers.document(q), enabled },
      { ...searchers.fact(q), enabled },
      { ...searchers.battlecard(q), enabled },
    ],
  });
  return hitTypes.map((type, index) => {
    const result = results[index];
    return {
      type,
      found: enabled ? result?.data : undefined,
      failed: result?.isError === true,
      searching: enabled && result?.isFetching === true,
    };
  });
}

/** What was typed, once the typing rests. */
export function useRested(typed: string, milliseconds = 150): string {
  const [rested, setRested] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), milliseconds);
    return () => clearTimeout(timer);
  }, [typed, milliseconds]);
  return rested;
}
