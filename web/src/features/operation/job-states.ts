import type { components } from '../../shared/api/schema.gen';

export type JobState = components['schemas']['JobState'];
export type DeadReason = components['schemas']['DeadReason'];

export const jobStates = ['queued', 'running', 'dead', 'done', 'cancelled'] as const satisfies JobState[];
export const deadReasons = ['exhausted', 'discarded', 'poison'] as const satisfies DeadReason[];
