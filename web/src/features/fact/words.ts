import { en } from '../../shared/i18n/en';
import { facts } from '../../shared/i18n/en-facts';
import { translator } from '../../shared/i18n/translate';

/** Texts of facts and those every screen may need. */
export const t = translator({ ...en, ...facts });
