import { en } from '../i18n/en';
import { exporting } from '../i18n/en-exporting';
import { translator } from '../i18n/translate';

/** Texts of exports and those every screen may need. */
export const t = translator({ ...en, ...exporting });
