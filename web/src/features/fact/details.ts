import type { Evidence, Fact, FactDetail, FactValue } from '../../shared/api/types';
import { factText } from '../../shared/facts/values';
import { echoes, valueText } from '../../shared/format/value';
import { t } from './words';

/** What the words of another detail say already, or what only says how far to trust one. */
const silent = ['SALARY_MIN', 'SALARY_MAX', 'SALARY_PERIOD', 'DATE_CONFIDENCE'];

/** Kinds whose texts are names of our own classes, such as `FULL_TIME`. */
const classes = ['WORKPLACE', 'EMPLOYMENT', 'FUNCTION', 'SENIORITY', 'AVAILABILITY', 'POST_KIND'];

const addresses = ['APPLY_URL', 'PROFILE'];

type ShownDetail = {
  kind: string;
  name: string;
  text: string;
  href: string | undefined;
  evidence: Evidence | undefined;
};

/** The details of a fact that say more than its value, each with the words it was read from. */
export function shownDetails(fact: Fact): ShownDetail[] {
  return (fact.details ?? [])
    .filter((detail) => !silent.includes(detail.kind) && !repeatsValue(fact, detail))
    .map((detail) => ({
      kind: detail.kind,
      name: t(`detail.${detail.kind}` as 'detail.LOCATION'),
      text: textOf(detail),
      href: addresses.includes(detail.kind) && /^https?:/.test(detail.text) ? detail.text : undefined,
      evidence: fact.evidence.find(({ id }) => id === detail.evidenceId),
    }));
}

function repeatsValue(fact: Fact, detail: FactDetail): boolean {
  return echoes(detail.text, fact.value) || (detail.kind === 'PRICE' && typeof fact.value.amountMinor === 'number');
}

function textOf({ kind, text, amountMinor, currency }: FactDetail): string {
  if (kind === 'PRICE') return valueText({ text, amountMinor: amountMinor ?? null, currency: currency ?? null });
  return classes.includes(kind) ? plain(text) : text;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('_', ' ');
}

/** The value that was read, or what a person says instead; whether a product is to be had is a name of a class of ours. */
export function factWords(fact: Fact, value: FactValue = fact.value): string {
  const text = factText(fact, value);
  return fact.kind === 'PRODUCT' && fact.field === 'availability' && /^[A-Z_]+$/.test(text) ? plain(text) : text;
}

/** What a row is called: what the fact is about; of a feature what the plan has, of a contact the address itself. */
export function factTitle(fact: Fact): string {
  if (fact.kind === 'FEATURE') return fact.field;
  return fact.kind === 'CONTACT' && fact.field !== 'profile' ? fact.value.text : fact.subject;
}

/** What the fact says of it, in one line; null where the title says all. */
export function factLine(fact: Fact, text: string): string | null {
  switch (fact.kind) {
    case 'FEATURE':
      return `${fact.subject}: ${text}`;
    case 'CONTACT':
      return text === factTitle(fact) ? fact.field : `${fact.field}: ${text}`;
    case 'TECHNOLOGY':
      return t('allFacts.seenAs', { category: fact.field, sign: text });
    case 'JOB_OPENING':
      return fact.override || shownDetails(fact).length === 0 ? text : null;
    default:
      return text.trim().toLowerCase() === fact.subject.trim().toLowerCase() ? null : text;
  }
}
