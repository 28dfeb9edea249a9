import { en } from '../../shared/i18n/en';
import { ignoring } from '../../shared/i18n/en-ignoring';
import { versions } from '../../shared/i18n/en-versions';
import { translator } from '../../shared/i18n/translate';

/** Texts of a source's versions and rules and those every screen may need. */
export const t = translator({ ...en, ...versions, ...ignoring });
