import { en } from '../../shared/i18n/en';
import { battlecards } from '../../shared/i18n/en-battlecards';
import { translator } from '../../shared/i18n/translate';

/** Texts of battlecards and those every screen may need. */
export const t = translator({ ...en, ...battlecards });
