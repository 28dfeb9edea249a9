import { en } from '../../shared/i18n/en';
import { welcome } from '../../shared/i18n/en-welcome';
import { translator } from '../../shared/i18n/translate';

/** Texts of the first minutes and those every screen may need. */
export const t = translator({ ...en, ...welcome });
