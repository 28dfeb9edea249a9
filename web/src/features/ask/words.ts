import { en } from '../../shared/i18n/en';
import { ask } from '../../shared/i18n/en-ask';
import { translator } from '../../shared/i18n/translate';

/** Texts of questions and those every screen may need. */
export const t = translator({ ...en, ...ask });
