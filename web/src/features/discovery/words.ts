import { en } from '../../shared/i18n/en';
import { discovery } from '../../shared/i18n/en-discovery';
import { translator } from '../../shared/i18n/translate';

/** Texts of the discovery and those every screen may need. */
export const t = translator({ ...en, ...discovery });
