import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { WorkspaceExport } from '../../shared/api/types';
import { absoluteTime } from '../../shared/format/time';
import { Chip } from '../../shared/ui/Chip';
import { Panel } from '../../shared/ui/Panel';
import classes from '../../shared/ui/People.module.css';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { dataQueries, useDataChanges } from './queries';
import { t } from './words';

const megabyte = 1_000_000;

/** Copies of everything: one is asked for, watched while it is made, and fetched. */
export function ExportPanel() {
  const found = useQuery(dataQueries.exports());
  const { startExport } = useDataChanges();
  return (
    <Panel
      title={t('data.export')}
      flush
      actions={
        <Button variant="default" loading={startExport.isPending} onClick={() => startExport.mutate()}>
          {t('data.exportStart')}
        </Button>
      }
    >
      <p className={classes.empty}>{t('data.exportLead')}</p>
      {startExport.error && <ProblemNotice error={startExport.error} />}
      <QueryBoundary query={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.empty}>{t('data.noExports')}</p>
          ) : (
            <ul className={classes.list}>
              {items.map((one) => (
                <ExportRow key={one.id} of={one} />
              ))}
            </ul>
          )
        }
      </QueryBoundary>
    </Panel>
  );
}

function ExportRow({ of: one }: { of: WorkspaceExport }) {
  const at = absoluteTime(one.askedAt);
  return (
    <li className={classes.row}>
      <div className={classes.person}>
        <strong>{t('data.asked', { at })}</strong> <Chip>{t(`data.state.${one.state}`)}</Chip>
        <div className={classes.quiet} role="status">
          {t('data.entries', { count: one.entries })} {'\u00b7'}{' '}
          {t('data.size', { size: (one.bytes / megabyte).toFixed(1) })}
          {one.step && ` \u00b7 ${t('data.writing', { step: one.step })}`}
          {one.state === 'READY' && ` \u00b7 ${t('data.until', { at: absoluteTime(one.expiresAt) })}`}
        </div>
        {one.trouble && (
          <div className={classes.quiet}>
            {t(one.state === 'FAILED' ? 'data.failed' : 'data.again', { trouble: one.trouble })}
          </div>
        )}
      </div>
      {one.state === 'READY' && (
        <Button
          component="a"
          variant="default"
          href={`/api/v1/workspace/exports/${one.id}/file`}
          download
          aria-label={t('data.fetchOf', { at })}
        >
          {t('data.fetch')}
        </Button>
      )}
    </li>
  );
}
