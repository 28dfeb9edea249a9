import { en } from '../../shared/i18n/en';
import { prices } from '../../shared/i18n/en-prices';
import { tracker } from '../../shared/i18n/en-tracker';
import { translator } from '../../shared/i18n/translate';

/** Texts of the price tracker and those every screen may need. */
export const t = translator({ ...en, ...prices, ...tracker });
