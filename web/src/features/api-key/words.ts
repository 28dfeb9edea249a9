import { en } from '../../shared/i18n/en';
import { apiKeys } from '../../shared/i18n/en-api-keys';
import { translator } from '../../shared/i18n/translate';

/** Texts of API keys and those every screen may need. */
export const t = translator({ ...en, ...apiKeys });
