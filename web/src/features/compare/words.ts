import { en } from '../../shared/i18n/en';
import { compare } from '../../shared/i18n/en-compare';
import { translator } from '../../shared/i18n/translate';

/** Texts of comparisons and those every screen may need. */
export const t = translator({ ...en, ...compare });
