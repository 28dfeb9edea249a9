import { en } from '../../shared/i18n/en';
import { insights } from '../../shared/i18n/en-insights';
import { translator } from '../../shared/i18n/translate';

/** Texts of insights and those every screen may need. */
export const t = translator({ ...en, ...insights });
