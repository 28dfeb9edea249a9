import { en } from '../../shared/i18n/en';
import { editions } from '../../shared/i18n/en-editions';
import { translator } from '../../shared/i18n/translate';

/** Texts of what is shared and those every screen may need. */
export const t = translator({ ...en, ...editions });
