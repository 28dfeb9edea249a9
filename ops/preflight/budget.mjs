// There is error budget left to spend on a change, and nothing burns already.
import { firing, query, Unasked } from '../ask.mjs';

export async function budget({ prometheus, selector }) {
  const left = await query(prometheus, `min by (sloth_slo) (slo:period_error_budget_remaining:ratio{${selector}})`);
  if (left.length === 0) throw new Unasked(`Prometheus at ${prometheus} knows no error budget with {${selector}}`);
  const found = left.filter(({ value }) => !(value > 0)).map(({ labels, value }) => `${labels.sloth_slo}: the budget of 30 days is overspent (${Math.round(value * 100)} % left)`);
  found.push(...(await firing(prometheus)).map((alert) => `${alert} fires`));
  return {
    found,
    looked: left.map(({ labels, value }) => `${labels.sloth_slo} ${Math.round(value * 100)} %`).join(', '),
    mend: 'Deploy nothing but what mends it: --accept budget="what this release mends".',
  };
}
