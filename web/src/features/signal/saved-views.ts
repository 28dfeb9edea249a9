import { useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { type InboxSearch, inboxSearch } from './filters';

export type SavedView = { name: string; search: InboxSearch };

const stored = v.fallback(v.array(v.object({ name: v.string(), search: inboxSearch })), []);
const listeners = new Set<() => void>();

const keyOf = (workspaceId: string) => `ciq-inbox-views-${workspaceId}`;

function read(workspaceId: string): string {
  try {
    return localStorage.getItem(keyOf(workspaceId)) ?? '[]';
  } catch {
    return '[]';
  }
}

function parse(text: string): SavedView[] {
  try {
    return v.parse(stored, JSON.parse(text));
  } catch {
    return [];
  }
}

/** The views somebody kept of a workspace's inbox; they stay in this browser, as the gateway has no place for them. */
export function useSavedViews(workspaceId: string) {
  const text = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => read(workspaceId),
  );
  const views = parse(text);
  const write = (next: SavedView[]) => {
    try {
      localStorage.setItem(keyOf(workspaceId), JSON.stringify(next));
    } catch {
      // Without storage there is nothing to keep it in.
    }
    for (const changed of listeners) changed();
  };
  return {
    views,
    /** A view of the same name is replaced. */
    save: (view: SavedView) => write([...views.filter(({ name }) => name !== view.name), view]),
    remove: (name: string) => write(views.filter((view) => view.name !== name)),
  };
}

export function isSameView(one: InboxSearch, other: InboxSearch): boolean {
  return (['triage', 'competitor', 'category', 'severity', 'who'] as const).every((name) => one[name] === other[name]);
}
