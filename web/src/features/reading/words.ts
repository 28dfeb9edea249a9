import { en } from '../../shared/i18n/en';
import { reading } from '../../shared/i18n/en-reading';
import { versions } from '../../shared/i18n/en-versions';
import { translator } from '../../shared/i18n/translate';

/** Texts of reading again and those every screen may need. */
export const t = translator({ ...en, ...reading, ...versions });
