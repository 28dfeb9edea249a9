import type { Flag, FlagSetting } from '../../shared/api/types';
import { t } from './words';

/** What is being written into the form, as it stands there. */
export type Draft = { enabled: boolean; percentage: string; onFor: string; offFor: string };

/** What a flag is set to, without what is only told of it. */
export function settingOf({ enabled, percentage, killed, onFor, offFor }: Flag): FlagSetting {
  return { enabled, percentage, killed, onFor, offFor };
}

export function draftOf({ enabled, percentage, onFor, offFor }: Flag): Draft {
  return { enabled, percentage: String(percentage), onFor: onFor.join('\n'), offFor: offFor.join('\n') };
}

/** Undefined for what is no percentage. */
export function percentageOf({ percentage }: Draft): number | undefined {
  const number = /^\d{1,3}$/.test(percentage.trim()) ? Number(percentage) : 101;
  return number <= 100 ? number : undefined;
}

/** Undefined where a line is no id. */
export function idsOf(lines: string): string[] | undefined {
  const ids = lines.split(/\s+/).filter(Boolean);
  return ids.every((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) ? ids : undefined;
}

/** For whom a flag is on, in a few words. */
export function stateOf({ killed, enabled, percentage }: Flag): string {
  if (killed) return t('flags.stopped');
  if (!enabled || percentage === 0) return t('flags.off');
  return percentage === 100 ? t('flags.on') : t('flags.share', { percentage });
}
