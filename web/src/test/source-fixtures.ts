import type { SourceDiff, SourceVersion, WatchedSource } from '../shared/api/types';
import { diff, ids, overview, signal } from './fixtures';

/** The page all tests of a page are about. */
export function source(change: Partial<WatchedSource> = {}): WatchedSource {
  const [watched] = overview().sources;
  if (!watched) throw new Error('the overview has a page');
  return { ...watched, ...change };
}

export function version(number: number, change: Partial<SourceVersion> = {}): SourceVersion {
  return {
    documentId: `01930000-0000-7000-8000-00000000d00${number}`,
    snapshotId: ids.snapshot,
    fetchedAt: `2026-11-1${number}T08:00:00Z`,
    facts: 0,
    texts: 0,
    about: [],
    skipped: 0,
    ...change,
  };
}

/** Three versions, of which the newest raised a price; the member saw the one in the middle. */
export function sourceDiff(change: Partial<SourceDiff> = {}): SourceDiff {
  const versions = [version(3, { facts: 1, texts: 2, about: ['Pro', 'Footer'], skipped: 4 }), version(2), version(1)];
  const [newest, seen] = versions;
  if (!newest || !seen) throw new Error('there are versions');
  return {
    sourceId: ids.source,
    from: seen,
    to: newest,
    lastSeen: { documentId: seen.documentId, seenAt: '2026-11-20T08:00:00Z' },
    versions,
    facts: signal().facts,
    hunks: diff.hunks,
    truncated: false,
    totalLines: 6,
    ...change,
  };
}
