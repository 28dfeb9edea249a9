import type { InfiniteData } from '@tanstack/react-query';
import type { Signal, SignalCounts, SignalPage, Triage } from '../../shared/api/types';
import { belongs, type InboxSearch } from './filters';

export type SignalList = InfiniteData<SignalPage, string | undefined>;

/** The list after a signal changed: gone where it no longer belongs, updated in place or put back where it does. */
export function withSignal(list: SignalList, search: InboxSearch, signal: Signal): SignalList {
  const known = list.pages.some((page) => page.items.some((item) => item.id === signal.id));
  if (!belongs(search, signal)) {
    return known ? mapItems(list, (items) => items.filter((item) => item.id !== signal.id)) : list;
  }
  if (known) return mapItems(list, (items) => items.map((item) => (item.id === signal.id ? signal : item)));
  return insert(list, signal);
}

function insert(list: SignalList, signal: Signal): SignalList {
  const newer = (item: Signal) => item.detectedAt > signal.detectedAt;
  const at = list.pages.findIndex((page) => page.items.length === 0 || !page.items.every(newer));
  const target = at === -1 ? list.pages.length - 1 : at;
  return {
    ...list,
    pages: list.pages.map((page, index) => {
      if (index !== target) return page;
      const position = page.items.findIndex((item) => !newer(item));
      const items = [...page.items];
      items.splice(position === -1 ? items.length : position, 0, signal);
      return { ...page, items };
    }),
  };
}

function mapItems(list: SignalList, change: (items: Signal[]) => Signal[]): SignalList {
  return { ...list, pages: list.pages.map((page) => ({ ...page, items: change(page.items) })) };
}

/** The counts after signals moved from one tab to another; a count never falls below zero. */
export function withMove(counts: SignalCounts, from: Triage, to: Triage): SignalCounts {
  if (from === to) return counts;
  const triage = counts.triage ?? {};
  return {
    ...counts,
    triage: { ...triage, [from]: Math.max(0, (triage[from] ?? 0) - 1), [to]: (triage[to] ?? 0) + 1 },
  };
}
