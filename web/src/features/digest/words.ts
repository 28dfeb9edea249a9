import { en } from '../../shared/i18n/en';
import { digests } from '../../shared/i18n/en-digests';
import { editions } from '../../shared/i18n/en-editions';
import { sharing } from '../../shared/i18n/en-sharing';
import { translator } from '../../shared/i18n/translate';

/** Texts of digests and those every screen may need. */
export const t = translator({ ...en, ...digests, ...editions, ...sharing });
