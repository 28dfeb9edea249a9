import type { Audience, CompanyProfile } from '../../shared/api/types';

export type PlanDraft = {
  key: number;
  name: string;
  amount: string;
  currency: string;
  period: string;
  includes: string;
};
type Standing = CompanyProfile['relations'][number]['standing'];

/** The profile as it stands in the form: text that may not be an amount yet. */
export type Draft = {
  name: string;
  sells: string;
  segments: string;
  positioning: string;
  plans: PlanDraft[];
  relations: Record<string, { standing: Standing; note: string }>;
  teams: Partial<Record<Audience, string>>;
};

export const standings: Standing[] = ['DIRECT', 'INDIRECT', 'EMERGING', 'PARTNER'];
export const audiences: Audience[] = ['EXECUTIVE', 'PRODUCT', 'SALES', 'MARKETING'];
export const periods = ['MONTH', 'YEAR', 'ONCE', 'USAGE'] as const;

/** Minor units per unit of a currency, by the platform's own table. */
function digits(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

export function draftOf(profile: CompanyProfile): Draft {
  return {
    name: profile.name,
    sells: profile.sells,
    segments: profile.segments.join('\n'),
    positioning: profile.positioning,
    plans: profile.plans.map((plan, key) => ({
      key,
      name: plan.name,
      amount:
        typeof plan.amountMinor === 'number' && plan.currency
          ? String(plan.amountMinor / 10 ** digits(plan.currency))
          : '',
      currency: plan.currency ?? 'USD',
      period: plan.period ?? 'MONTH',
      includes: plan.includes,
    })),
    relations: Object.fromEntries(
      profile.relations.map(({ competitorId, standing, note }) => [competitorId, { standing, note }]),
    ),
    teams: Object.fromEntries(profile.teams.map(({ audience, cares }) => [audience, cares])),
  };
}

/** An amount in minor units; null when nothing is written, undefined when it is no amount. */
export function amountMinor(plan: Pick<PlanDraft, 'amount' | 'currency'>): number | null | undefined {
  const text = plan.amount.trim().replace(',', '.');
  if (text === '') return null;
  return /^\d{1,9}(\.\d{1,4})?$/.test(text) ? Math.round(Number(text) * 10 ** digits(plan.currency)) : undefined;
}

/** What the form says; null while an amount is none. */
export function profileOf(draft: Draft): CompanyProfile | null {
  const plans = draft.plans.filter(({ name }) => name.trim() !== '');
  if (plans.some((plan) => amountMinor(plan) === undefined)) return null;
  return {
    name: draft.name.trim(),
    sells: draft.sells.trim(),
    segments: draft.segments
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    positioning: draft.positioning.trim(),
    plans: plans.map((plan) => {
      const minor = amountMinor(plan) ?? null;
      return {
        name: plan.name.trim(),
        amountMinor: minor,
        currency: minor === null ? null : plan.currency,
        period: minor === null ? null : (plan.period as (typeof periods)[number]),
        includes: plan.includes.trim(),
      };
    }),
    relations: Object.entries(draft.relations).map(([competitorId, { standing, note }]) => ({
      competitorId,
      standing,
      note: note.trim(),
    })),
    teams: audiences.flatMap((audience) => {
      const cares = draft.teams[audience]?.trim();
      return cares ? [{ audience, cares }] : [];
    }),
  };
}
