import { en } from '../i18n/en';
import { saveToCard } from '../i18n/en-save-to-card';
import { translator } from '../i18n/translate';

export const t = translator({ ...en, ...saveToCard });
