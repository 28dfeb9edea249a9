import { en } from '../../shared/i18n/en';
import { ai } from '../../shared/i18n/en-ai';
import { providers } from '../../shared/i18n/en-providers';
import { translator } from '../../shared/i18n/translate';

/** Texts of the language model and its costs and those every screen may need. */
export const t = translator({ ...en, ...ai, ...providers });
