import { en } from '../../shared/i18n/en';
import { data } from '../../shared/i18n/en-data';
import { translator } from '../../shared/i18n/translate';

/** Texts about the workspace's data and those every screen may need. */
export const t = translator({ ...en, ...data });
