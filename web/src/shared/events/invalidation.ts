import type { QueryKey } from '@tanstack/react-query';
import { keys } from '../api/keys';
import type { LiveEvent, LiveEventType } from '../api/types';

const nothing = (): QueryKey[] => [];

/**
 * What each live event makes stale. A new event type without an entry does not compile. Lists of signals are left
 * alone on purpose: rows never move by themselves, the inbox offers the new ones instead.
 */
const stale = {
  'discovery.progress': (id) => [keys.discovery(id)],
  'discovery.finished': (id) => [keys.discovery(id)],
  'source.updated': () => [keys.competitorOverviews, keys.overview, keys.sources],
  'visit.finished': () => [keys.competitorOverviews, keys.overview, keys.visitLists],
  'snapshot.created': nothing,
  'document.processed': () => [keys.competitorOverviews, keys.sourceDiffs, keys.facts],
  'change.confirmed': () => [keys.competitorOverviews],
  'signal.created': () => [keys.signalNewest, keys.signalCounts, keys.competitorOverviews, keys.overview],
  'signal.updated': (id) => [keys.signal(id), keys.signalCounts, keys.firstSteps],
  'assessment.finished': (id) => [keys.signal(id)],
  'comment.created': (id) => [keys.signal(id)],
  'story.updated': () => [keys.stories],
  'question.answered': () => [keys.questions],
  'delivery.updated': () => [keys.deliveries, keys.alertRules],
  'battlecard.updated': (id) => [keys.battlecard(id), keys.battlecardLists],
  'battlecard.stale': (id) => [keys.battlecard(id), keys.battlecardLists],
  'battlecard.proposed': (id) => [keys.battlecardProposals(id)],
  'edition.published': () => [keys.digests],
} satisfies Record<LiveEventType, (subjectId: string) => QueryKey[]>;

export const liveEventTypes = Object.keys(stale) as LiveEventType[];

export function staleKeys(event: LiveEvent): QueryKey[] {
  return stale[event.type](event.subjectId);
}
