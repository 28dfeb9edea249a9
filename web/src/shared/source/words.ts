import { en } from '../i18n/en';
import { outcomes } from '../i18n/en-outcomes';
import { sources } from '../i18n/en-sources';
import { translator } from '../i18n/translate';

/** Texts of how a page is doing and those every screen may need. */
export const t = translator({ ...en, ...sources, ...outcomes });
