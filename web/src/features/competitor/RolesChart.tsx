import type { Fact } from '../../shared/api/types';
import { StackedArea } from '../../shared/charts/lazy';
import { functionName } from '../../shared/format/words';
import { rolesOverTime } from './activity';
import type { Range } from './tabs';
import { t } from './words';

type Props = { openings: Fact[]; range: Range };

/** How many roles of each function were open when. */
export function RolesChart({ openings, range }: Props) {
  const now = Date.now();
  const { moments, parts } = rolesOverTime(openings, range, now);
  return (
    <StackedArea
      title={t('roles.title')}
      unit={t('roles.unit')}
      moments={moments}
      parts={parts.map(({ part, values }) => ({ label: functionName(part), values }))}
      until={now}
      empty={t('roles.none')}
    />
  );
}
