import { en } from '../i18n/en';
import { ignoring } from '../i18n/en-ignoring';
import { translator } from '../i18n/translate';

/** Texts of what is ignored and those every screen may need. */
export const t = translator({ ...en, ...ignoring });
