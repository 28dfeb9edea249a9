import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BattlecardDraft, BattlecardVersion } from '../../shared/api/types';
import { day } from '../../shared/format/time';
import { Dialog } from '../../shared/ui/Dialog';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { Comparison } from './Comparison';
import type { useDraftChanges } from './changes';
import classes from './Editor.module.css';
import { useMembers } from './members';
import { battlecardQueries } from './queries';
import { Sections } from './Sections';
import dialogs from './VersionDialog.module.css';
import { t } from './words';

type Props = { draft: BattlecardDraft; changes: ReturnType<typeof useDraftChanges> };
type Shown = { from: string; to: string } | { number: number } | undefined;

/** What was published when and by whom; each version can be read, compared, and made the draft again. */
export function Versions({ draft, changes }: Props) {
  const versions = useQuery(battlecardQueries.versions(draft.id));
  const [shown, setShown] = useState<Shown>();
  return (
    <Panel title={t('versions.title')}>
      {changes.restore.error && <ProblemNotice error={changes.restore.error} />}
      <QueryBoundary query={versions}>
        {(found) =>
          found.length === 0 ? (
            <p className={classes.quiet}>{t('versions.none')}</p>
          ) : (
            <ol className={classes.list}>
              {found.map((version) => (
                <VersionRow
                  key={version.number}
                  version={version}
                  onShow={setShown}
                  onRestore={() => changes.restore.mutate({ version: draft.version, number: version.number })}
                />
              ))}
            </ol>
          )
        }
      </QueryBoundary>
      {shown && (
        <div className={dialogs.wide}>
          <Dialog title={titleOf(shown)} onClose={() => setShown(undefined)}>
            {'number' in shown ? (
              <Version id={draft.id} number={shown.number} />
            ) : (
              <Comparison id={draft.id} from={shown.from} to={shown.to} />
            )}
            <p className={classes.form}>
              <Button variant="default" onClick={() => setShown(undefined)}>
                {t('action.close')}
              </Button>
            </p>
          </Dialog>
        </div>
      )}
    </Panel>
  );
}

function titleOf(shown: Exclude<Shown, undefined>): string {
  if ('number' in shown) return t('versions.asRead', { number: shown.number });
  return t('compare.title', { from: editionName(shown.from), to: editionName(shown.to) });
}

function editionName(name: string): string {
  return name === 'draft' ? t('compare.draft') : t('compare.version', { number: name });
}

type RowProps = { version: BattlecardVersion; onShow: (shown: Shown) => void; onRestore: () => void };

function VersionRow({ version, onShow, onRestore }: RowProps) {
  const { nameOf } = useMembers();
  const { number } = version;
  return (
    <li>
      <p>
        <strong>{t('versions.row', { number })}</strong>{' '}
        <span className={classes.quiet}>
          {day(version.publishedAt)} {'\u00b7'}{' '}
          {t('versions.by', { publisher: nameOf(version.publishedBy), approver: nameOf(version.approvedBy) })}
        </span>
      </p>
      {version.note && <p>{version.note}</p>}
      <span className={classes.actions}>
        <Button variant="subtle" aria-label={t('versions.showOf', { number })} onClick={() => onShow({ number })}>
          {t('versions.show')}
        </Button>
        <Button
          variant="subtle"
          aria-label={t('versions.compareOf', { number })}
          onClick={() => onShow({ from: `${number}`, to: 'draft' })}
        >
          {t('versions.compare')}
        </Button>
        {number > 1 && (
          <Button
            variant="subtle"
            aria-label={t('versions.beforeOf', { number })}
            onClick={() => onShow({ from: `${number - 1}`, to: `${number}` })}
          >
            {t('versions.before')}
          </Button>
        )}
        <Button variant="subtle" aria-label={t('versions.restoreOf', { number })} onClick={onRestore}>
          {t('versions.restore')}
        </Button>
      </span>
    </li>
  );
}

function Version({ id, number }: { id: string; number: number }) {
  const version = useQuery(battlecardQueries.version(id, number));
  return <QueryBoundary query={version}>{(found) => <Sections sections={found.sections} then />}</QueryBoundary>;
}
