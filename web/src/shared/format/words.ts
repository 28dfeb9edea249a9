import { t } from '../i18n/translate';

/** `JOB_OPENING` as people write it: `job opening`. Fact kinds come from the extractor and may grow. */
function factKindName(kind: string): string {
  return kind.toLowerCase().replaceAll('_', ' ');
}

const BILLED_YEARLY = 'amount-billed-yearly';

/** Whether a price is asked for each month and paid once a year. */
export function isBilledYearly({ field }: { field: string }): boolean {
  return field === BILLED_YEARLY;
}

/** `ENGINEERING` as people write it: `Engineering`; two letters are an abbreviation. */
export function functionName(name: string): string {
  return name.length <= 2 ? name : name.charAt(0) + name.slice(1).toLowerCase().replaceAll('_', ' ');
}

/** What about its subject a fact tells: `price`, `price, billed yearly`, `job opening`, `Up to 3 agents`. */
export function factName(fact: { factKind: string; field: string }): string {
  if (fact.factKind === 'FEATURE') return fact.field;
  return isBilledYearly(fact) ? t('fact.priceBilledYearly') : factKindName(fact.factKind);
}

/** An address without what every address has: `brightdesk.localhost:8090/pricing`. */
export function shortUrl(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
}
