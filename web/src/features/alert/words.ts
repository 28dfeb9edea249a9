import { en } from '../../shared/i18n/en';
import { alerts } from '../../shared/i18n/en-alerts';
import { translator } from '../../shared/i18n/translate';

/** Texts of alerts and those every screen may need. */
export const t = translator({ ...en, ...alerts });
