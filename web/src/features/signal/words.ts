import { en } from '../../shared/i18n/en';
import { assessments } from '../../shared/i18n/en-assessments';
import { triage } from '../../shared/i18n/en-triage';
import { translator } from '../../shared/i18n/translate';

/** Texts of the inbox and of a signal, and those every screen may need. */
export const t = translator({ ...en, ...triage, ...assessments });
