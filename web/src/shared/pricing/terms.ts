import type { Fact } from '../api/types';
import { valueText } from '../format/value';
import { t } from './words';

/** What an offer says besides its amount, each in a few words. */
export function termTexts(fact: Fact): string[] {
  const terms = fact.terms;
  if (!terms) return [];
  const { currency } = fact.value;
  const money = (amountMinor: number) => valueText({ text: '', amountMinor, currency: currency ?? null });
  return [
    terms.basis === 'SEAT' && t('terms.SEAT', { unit: terms.unit || t('terms.seat') }),
    terms.basis === 'USAGE' && t('terms.USAGE'),
    terms.from && t('terms.from'),
    terms.addOn && t('terms.addOn'),
    terms.contactSales && t('terms.contact'),
    typeof terms.listMinor === 'number' && t('terms.list', { price: money(terms.listMinor) }),
    typeof terms.trialDays === 'number' && t('terms.trial', { days: terms.trialDays }),
    ...terms.limits.map(({ metric, value, unit }) =>
      typeof value === 'number'
        ? t('terms.limit', { value: `${value.toLocaleString('en')}${unit ? ` ${unit}` : ''}`, metric })
        : t('terms.unlimited', { metric }),
    ),
  ].filter((text) => text !== false);
}
