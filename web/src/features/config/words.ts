import { en } from '../../shared/i18n/en';
import { config } from '../../shared/i18n/en-config';
import { translator } from '../../shared/i18n/translate';

/** Texts of the workspace as code and those every screen may need. */
export const t = translator({ ...en, ...config });
