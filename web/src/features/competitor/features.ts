import type { Fact } from '../../shared/api/types';

export type KnownFeature = { name: string; plans: { plan: string; text: string; fact: Fact }[] };

/** Facts about features put together by feature, in the order of the alphabet. */
export function featuresOf(facts: Fact[]): KnownFeature[] {
  const features = new Map<string, KnownFeature>();
  for (const fact of facts) {
    const key = fact.field.trim().toLowerCase();
    const feature = features.get(key) ?? { name: fact.field.trim(), plans: [] };
    feature.plans.push({ plan: fact.subject, text: (fact.override ?? fact).value.text, fact });
    features.set(key, feature);
  }
  return [...features.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** The plans that anything is said of, in the order in which they are first named. */
export function plansNamed(features: KnownFeature[]): string[] {
  return [...new Set(features.flatMap(({ plans }) => plans.map(({ plan }) => plan)))];
}
