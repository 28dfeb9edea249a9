import { en } from '../../shared/i18n/en';
import { assessments } from '../../shared/i18n/en-assessments';
import { translator } from '../../shared/i18n/translate';

/** Texts of a signal's own page. */
export const t = translator({ ...en, ...assessments });
