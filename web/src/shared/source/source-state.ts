import type { SourceCondition, SourceState, WatchedSource } from '../api/types';

/** How much a state wants somebody to look: 0 not at all. */
const urgency: Record<SourceState, number> = {
  BLOCKED: 5,
  FAILING: 4,
  DRIFTED: 3,
  SILENT: 2,
  DEGRADED: 1,
  NEVER_VISITED: 0,
  HEALTHY: 0,
  PAUSED: 0,
};

export function attention(condition: SourceCondition | null | undefined): number {
  return condition ? urgency[condition.state] : 0;
}

/** Those that need attention first; the rest stays in its order. */
export function neediestFirst(sources: WatchedSource[]): WatchedSource[] {
  return [...sources].sort((a, b) => attention(b.condition) - attention(a.condition));
}
