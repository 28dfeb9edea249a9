import type { AlertCondition, AlertRule, AlertRuleRequest, AlertTelling, Category } from '../../shared/api/types';
import { t } from './words';

export const facts = ['ANY', 'PRICE', 'PLAN', 'FEATURE', 'POST', 'JOB_OPENING', 'PERSON'] as const;
const operators = ['ANY', 'ADDED', 'REMOVED', 'CHANGED', 'RISES_BY', 'FALLS_BY', 'MOVES_BY', 'ABOVE', 'BELOW'] as const;
export const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export const coolDowns = ['0', '60', '1440', '10080'] as const;

type Fact = (typeof facts)[number];
type Operator = AlertCondition['operator'];

/** A rule as its form holds it: everything is there, texts are as typed. */
export type Draft = {
  name: string;
  enabled: boolean;
  fact: Fact;
  operator: Operator;
  value: string;
  currency: string;
  competitorId: string | undefined;
  tags: string;
  category: Category | undefined;
  significance: string;
  keywords: string;
  channelIds: string[];
  mode: AlertTelling['mode'];
  zone: string;
  time: string;
  day: (typeof days)[number];
  quiet: boolean;
  quietFrom: string;
  quietTo: string;
  breaks: boolean;
  coolDown: string;
};

export const percentOperators: readonly Operator[] = ['RISES_BY', 'FALLS_BY', 'MOVES_BY'];
export const amountOperators: readonly Operator[] = ['ABOVE', 'BELOW'];

/** What there is to say about a kind of fact; only prices have amounts. */
export function operatorsOf(fact: Fact): readonly Operator[] {
  if (fact === 'ANY') return ['ANY'];
  return fact === 'PRICE' ? operators : operators.slice(0, 4);
}

export function emptyDraft(zone: string): Draft {
  return {
    name: '',
    enabled: true,
    fact: 'PRICE',
    operator: 'MOVES_BY',
    value: '5',
    currency: 'USD',
    competitorId: undefined,
    tags: '',
    category: undefined,
    significance: '0',
    keywords: '',
    channelIds: [],
    mode: 'IMMEDIATE',
    zone,
    time: '07:00',
    day: 'MONDAY',
    quiet: false,
    quietFrom: '20:00',
    quietTo: '07:00',
    breaks: true,
    coolDown: '0',
  };
}

const list = (text: string) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
const isAmount = (operator: Operator) => amountOperators.includes(operator);

export function draftOf(rule: AlertRule): Draft {
  const { condition, telling } = rule;
  const value = condition.value ?? null;
  return {
    name: rule.name,
    enabled: rule.enabled,
    fact: (condition.factKind ?? 'ANY') as Fact,
    operator: condition.operator,
    value: value === null ? '5' : String(isAmount(condition.operator) ? value / 100 : value),
    currency: condition.currency ?? 'USD',
    competitorId: condition.competitorIds[0],
    tags: condition.tags.join(', '),
    category: condition.categories[0],
    significance: String(condition.leastSignificance),
    keywords: condition.keywords.join(', '),
    channelIds: telling.channelIds,
    mode: telling.mode,
    zone: telling.zone,
    time: telling.digest?.time.slice(0, 5) ?? '07:00',
    day: (telling.digest?.day ?? 'MONDAY') as Draft['day'],
    quiet: Boolean(telling.quietHours),
    quietFrom: telling.quietHours?.from.slice(0, 5) ?? '20:00',
    quietTo: telling.quietHours?.to.slice(0, 5) ?? '07:00',
    breaks: telling.quietHours?.criticalBreaks ?? true,
    coolDown: String(telling.coolDownMinutes),
  };
}

/** What the form says, as the service wants it. A rule made elsewhere keeps what this form cannot show. */
export function requestOf(draft: Draft, known?: AlertRule): AlertRuleRequest {
  const wantsValue = [...percentOperators, ...amountOperators].includes(draft.operator);
  const value = Number(draft.value) * (isAmount(draft.operator) ? 100 : 1);
  const more = <T>(values: T[] | undefined, first: T | undefined) =>
    first ? [first, ...(values?.slice(1) ?? [])] : [];
  return {
    name: draft.name.trim() || sentence(draft, { competitor: undefined, channels: [] }).slice(0, 200),
    enabled: draft.enabled,
    condition: {
      competitorIds: more(known?.condition.competitorIds, draft.competitorId),
      tags: list(draft.tags),
      categories: more(known?.condition.categories, draft.category),
      factKind: draft.fact === 'ANY' ? null : draft.fact,
      field: known?.condition.field ?? null,
      operator: draft.operator,
      value: wantsValue ? value : null,
      currency: isAmount(draft.operator) ? draft.currency : null,
      leastSignificance: Number(draft.significance) || 0,
      keywords: list(draft.keywords),
    },
    telling: {
      channelIds: draft.channelIds,
      mode: draft.mode,
      zone: draft.zone,
      digest: draft.mode === 'IMMEDIATE' ? null : { time: draft.time, day: draft.mode === 'WEEKLY' ? draft.day : null },
      quietHours: draft.quiet ? { from: draft.quietFrom, to: draft.quietTo, criticalBreaks: draft.breaks } : null,
      coolDownMinutes: Number(draft.coolDown),
    },
  };
}

type Names = { competitor: string | undefined; channels: string[] };

/** The rule as a person would say it. */
export function sentence(draft: Draft, { competitor, channels }: Names): string {
  const tagged = list(draft.tags).length > 0 && t('say.tagged', { tags: list(draft.tags).join(', ') });
  const who = [competitor, tagged].filter(Boolean).join(` ${t('say.or')} `) || t('rule.anyCompetitor');
  const amount = percentOperators.includes(draft.operator)
    ? ` ${draft.value} %`
    : isAmount(draft.operator)
      ? ` ${draft.value} ${draft.currency}`
      : '';
  const least = Number(draft.significance) || 0;
  return t('say.when', {
    what: t(`what.${draft.fact}`),
    who,
    happens: t(`operator.${draft.operator}`) + amount,
    category: draft.category ? t('say.category', { category: t(`category.${draft.category}`).toLowerCase() }) : '',
    significance: least > 0 ? t('say.significance', { least }) : '',
    keywords: list(draft.keywords).length > 0 ? t('say.keywords', { keywords: list(draft.keywords).join(', ') }) : '',
    whom: channels.join(', ') || t('say.nobody'),
    mode: t(`mode.${draft.mode}`),
  });
}
