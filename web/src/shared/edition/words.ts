import { en } from '../i18n/en';
import { editions } from '../i18n/en-editions';
import { translator } from '../i18n/translate';

/** Texts of an edition and those every screen may need. */
export const t = translator({ ...en, ...editions });
