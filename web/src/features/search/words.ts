import { en } from '../../shared/i18n/en';
import { search } from '../../shared/i18n/en-search';
import { translator } from '../../shared/i18n/translate';

/** Texts of the search and those every screen may need. */
export const t = translator({ ...en, ...search });
