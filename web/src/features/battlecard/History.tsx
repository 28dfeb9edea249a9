import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import classes from './Editor.module.css';
import { useMembers } from './members';
import { battlecardQueries } from './queries';
import { t } from './words';

/** Who did what to a card, newest first. */
export function History({ id }: { id: string }) {
  const acts = useQuery(battlecardQueries.acts(id));
  const { nameOf } = useMembers();
  return (
    <Panel title={t('acts.title')}>
      <QueryBoundary query={acts}>
        {(found) => (
          <ol className={classes.list}>
            {found.map((act) => (
              <li key={`${act.at} ${act.act}`}>
                {nameOf(act.memberId)} {t(`act.${act.act}`)}{' '}
                <span className={classes.quiet}>
                  <RelativeTime at={act.at} />
                  {act.detail && ` \u00b7 ${act.detail}`}
                </span>
              </li>
            ))}
          </ol>
        )}
      </QueryBoundary>
    </Panel>
  );
}
