import { en } from '../../shared/i18n/en';
import { members } from '../../shared/i18n/en-members';
import { translator } from '../../shared/i18n/translate';

/** Texts about people and those every screen may need. */
export const t = translator({ ...en, ...members });
