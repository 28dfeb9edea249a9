import { en } from '../../shared/i18n/en';
import { providers } from '../../shared/i18n/en-providers';
import { translator } from '../../shared/i18n/translate';

/** Texts of data providers and those every screen may need. */
export const t = translator({ ...en, ...providers });
