import { t } from './words';

const periods = ['MONTH', 'YEAR', 'ONCE', 'USAGE'] as const;

/** `USD MONTH` as people say it: `USD per month`. */
export function unitText(unit: string): string {
  const [currency = '', period] = unit.split(' ');
  return t(`prices.${periods.find((each) => each === period) ?? 'UNKNOWN'}`, { currency });
}
