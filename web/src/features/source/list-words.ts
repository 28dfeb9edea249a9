import { en } from '../../shared/i18n/en';
import { sourceList } from '../../shared/i18n/en-source-list';
import { sources } from '../../shared/i18n/en-sources';
import { translator } from '../../shared/i18n/translate';

/** Texts of the list of all watched pages and those every screen may need. */
export const t = translator({ ...en, ...sources, ...sourceList });
