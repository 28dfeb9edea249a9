import { en } from '../i18n/en';
import { prices } from '../i18n/en-prices';
import { translator } from '../i18n/translate';

/** Texts of prices and those every screen may need. */
export const t = translator({ ...en, ...prices });
