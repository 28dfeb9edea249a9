import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type HitType, hitTypes } from './hit-types';
import { type Found, searchers } from './searchers';

export type Group = {
  type: HitType;
  found: Found | undefined;
  failed: boolean;
  searching: boolean;
  again: () => void;
};

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
      again: () => void result?.refetch(),
    };
  });
}

/**
 * The kinds to show, so that nothing moves that is on screen already: in their order as long as those before have
 * answered too, and below the others when they come late.
 */
export function useShown(groups: Group[], patience = 1000): HitType[] {
  const [shown, setShown] = useState<HitType[]>([]);
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), patience);
    return () => clearTimeout(timer);
  }, [patience]);
  const waiting = groups.findIndex(({ found, failed }) => !found && !failed);
  const more = groups
    .filter(({ found, failed }, index) => (found || failed) && (isLate || waiting < 0 || index < waiting))
    .map(({ type }) => type)
    .filter((type) => !shown.includes(type));
  if (more.length > 0) setShown([...shown, ...more]);
  return shown;
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
