import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useIsAdmin, useMayEdit } from '../../shared/api/session';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { useStartReading } from './queries';
import classes from './Reading.module.css';
import { Run } from './Run';
import { t } from './words';

type Props = { sourceId?: string; run: string | undefined; onRun: (id: string) => void; children?: ReactNode };

/** Stored snapshots read again by today's extractor: of one page by an analyst, of all of them by an admin. */
export function Reading({ sourceId, run, onRun, children }: Props) {
  const mayEdit = useMayEdit();
  const isAdmin = useIsAdmin();
  const start = useStartReading(sourceId);
  const may = sourceId ? mayEdit : isAdmin;
  const begin = (dryRun: boolean) => start.mutate(dryRun, { onSuccess: ({ id }) => onRun(id) });
  return (
    <div className={classes.screen}>
      <Panel title={t(sourceId ? 'reading.page' : 'reading.workspace')}>
        <p className={classes.lead}>{t('reading.lead')}</p>
        {may ? (
          <div className={classes.actions}>
            <Button loading={start.isPending} onClick={() => begin(true)}>
              {t('reading.compare')}
            </Button>
            <Button variant="default" disabled={start.isPending} onClick={() => begin(false)}>
              {t('reading.apply')}
            </Button>
          </div>
        ) : (
          <p className={classes.lead}>{t(`reading.noPermission.${sourceId ? 'SOURCE' : 'WORKSPACE'}`)}</p>
        )}
        {start.error && <ProblemNotice error={start.error} />}
        {sourceId && (
          <p className={classes.lead}>
            <Link to="/reading">{t('reading.toAll')}</Link>
          </p>
        )}
      </Panel>
      {run && <Run key={run} id={run} />}
      {children}
    </div>
  );
}
