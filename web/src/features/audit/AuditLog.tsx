import { useIsAdmin } from '../../shared/api/session';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import classes from './Audit.module.css';
import { ChainPanel } from './ChainPanel';
import { RowsPanel } from './RowsPanel';
import { t } from './words';

/** Who did what in the workspace, and whether the trail of it is whole. */
export function AuditLog() {
  return (
    <>
      <PageHeader title={t('audit.title')} />
      {useIsAdmin() ? (
        <div className={classes.panels} data-in-order>
          <ChainPanel />
          <RowsPanel />
        </div>
      ) : (
        <Notice title={t('forbidden.title')}>
          <p>{t('audit.onlyAdmins')}</p>
        </Notice>
      )}
    </>
  );
}
