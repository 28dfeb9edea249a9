import type { Fact, FactValue } from '../api/types';
import { valueText } from '../format/value';
import { isBilledYearly } from '../format/words';
import { t } from '../i18n/translate';

/** A value of a fact as people read it: as the page says it, or as a person says instead. */
export function factText(fact: Fact, value: FactValue = fact.value): string {
  const text = valueText(value);
  return isBilledYearly(fact) ? t('fact.billedYearly', { price: text }) : text;
}
