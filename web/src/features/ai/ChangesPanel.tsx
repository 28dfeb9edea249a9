import { useQuery } from '@tanstack/react-query';
import type { SettingChange } from '../../shared/api/types';
import { workspaceQueries } from '../../shared/api/workspace';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import classes from './Ai.module.css';
import { aiQueries } from './queries';
import { t } from './words';

/** Who changed budgets, the switch, the profile and the channels, and from what to what. */
export function ChangesPanel() {
  const changes = useQuery(aiQueries.changes());
  const members = useQuery(workspaceQueries.members());
  const nameOf = (id: string) => members.data?.items.find((member) => member.id === id)?.name ?? t('changes.somebody');
  return (
    <Panel title={t('changes.title')} flush>
      <QueryBoundary query={changes}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.empty}>{t('changes.none')}</p>
          ) : (
            <ul className={classes.changes}>
              {items.map((change) => (
                <li key={change.id}>
                  <span>
                    <strong>{nameOf(change.memberId)}</strong> {action(change)} <RelativeTime at={change.at} />
                  </span>
                  <details>
                    <summary>{t('changes.details')}</summary>
                    <pre className={classes.state}>{`${shown(change.before)}\n\u2192 ${shown(change.after)}`}</pre>
                  </details>
                </li>
              ))}
            </ul>
          )
        }
      </QueryBoundary>
    </Panel>
  );
}

function action(change: SettingChange): string {
  return t('changes.did', { action: change.action.toLowerCase().replaceAll('_', ' '), subject: change.subject });
}

function shown(state: unknown): string {
  return state === null || state === undefined ? t('changes.nothing') : JSON.stringify(state);
}
