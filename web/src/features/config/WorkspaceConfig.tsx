import { Button } from '@mantine/core';
import { useIsAdmin } from '../../shared/api/session';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { ApplyPanel } from './ApplyPanel';
import classes from './Config.module.css';
import { t } from './words';

/** The workspace out as one document, and a document in. */
export function WorkspaceConfig() {
  return (
    <>
      <PageHeader title={t('config.title')} />
      {useIsAdmin() ? (
        <div className={classes.panels}>
          <Panel title={t('config.export')}>
            <div className={classes.stack}>
              <p>{t('config.exportNote')}</p>
              <Button component="a" variant="default" href="/api/v1/workspace/config" download="workspace.yaml">
                {t('config.download')}
              </Button>
            </div>
          </Panel>
          <ApplyPanel />
        </div>
      ) : (
        <Notice title={t('forbidden.title')}>
          <p>{t('config.onlyAdmins')}</p>
        </Notice>
      )}
    </>
  );
}
