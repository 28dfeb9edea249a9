import { en } from '../../shared/i18n/en';
import { operations } from '../../shared/i18n/en-operations';
import { translator } from '../../shared/i18n/translate';

/** Texts of the operator's screens and those every screen may need. */
export const t = translator({ ...en, ...operations });
