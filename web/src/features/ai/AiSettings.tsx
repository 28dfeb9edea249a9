import { useIsAdmin } from '../../shared/api/session';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import classes from './Ai.module.css';
import { BatchesPanel } from './BatchesPanel';
import { BudgetsPanel } from './BudgetsPanel';
import { ChangesPanel } from './ChangesPanel';
import { ModelPanel } from './ModelPanel';
import { UsagePanel } from './UsagePanel';
import { t } from './words';

/** Which model is asked, whether it may be, what it may cost and has cost, and who changed that. */
export function AiSettings() {
  return (
    <>
      <PageHeader title={t('ai.title')} />
      {useIsAdmin() ? (
        <div className={classes.panels} data-in-order>
          <ModelPanel />
          <BudgetsPanel />
          <BatchesPanel />
          <UsagePanel />
          <ChangesPanel />
        </div>
      ) : (
        <Notice title={t('forbidden.title')}>
          <p>{t('ai.onlyAdmins')}</p>
        </Notice>
      )}
    </>
  );
}
