import { charts } from '../i18n/en-charts';
import { translator } from '../i18n/translate';

/** Texts of charts. */
export const t = translator(charts);
