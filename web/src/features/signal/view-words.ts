import { en } from '../../shared/i18n/en';
import { savedViews } from '../../shared/i18n/en-saved-views';
import { translator } from '../../shared/i18n/translate';

/** Texts of saved views and those every screen may need. */
export const t = translator({ ...en, ...savedViews });
