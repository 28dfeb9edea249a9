import { en } from '../../shared/i18n/en';
import { flags } from '../../shared/i18n/en-flags';
import { translator } from '../../shared/i18n/translate';

/** Texts of flags and those every screen may need. */
export const t = translator({ ...en, ...flags });

/** What stops with a flag; of one that is unknown here its own description has to do. */
export function stops(key: string): string {
  const known = `stops.${key}`;
  return known in flags ? t(known as keyof typeof flags & `stops.${string}`) : t('flags.stopsOther');
}
