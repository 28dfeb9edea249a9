import { problemOf } from '../../shared/api/problem';
import type { Flag } from '../../shared/api/types';
import { Notice } from '../../shared/ui/Notice';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { stateOf } from './setting';
import { t } from './words';

/** Why a flag was not changed; when somebody else was first, what it says now. */
export function ChangeProblem({ error, now }: { error: unknown; now: Flag }) {
  if (!error) return null;
  if (problemOf(error).status !== 412) return <ProblemNotice error={error} />;
  return (
    <Notice title={t('flags.conflict')} tone="danger" live>
      <p>{t('flags.conflictHelp', { now: stateOf(now) })}</p>
    </Notice>
  );
}
