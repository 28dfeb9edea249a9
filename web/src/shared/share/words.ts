import { en } from '../i18n/en';
import { sharing } from '../i18n/en-sharing';
import { translator } from '../i18n/translate';

/** Texts of links for people outside and those every screen may need. */
export const t = translator({ ...en, ...sharing });
