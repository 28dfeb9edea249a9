import { Button } from '@mantine/core';
import { problemOf } from '../../shared/api/problem';
import classes from './DemoBanner.module.css';
import { useDemoData, useGoHome, useRemoveDemo } from './demo';
import { t } from './words';

/** Above every screen of demo data: that nothing is real, and the two ways out. */
export function DemoBanner() {
  const demo = useDemoData();
  const home = useGoHome(demo?.homeId);
  const remove = useRemoveDemo();
  const trouble = home.error ?? remove.error;
  return (
    <aside className={classes.banner} aria-label={t('demo.label')}>
      <p>
        <strong>{t('demo.title')}</strong> {t('demo.body')}
        {demo?.state === 'LOADING' && <span role="status"> {t('demo.loading')}</span>}
      </p>
      <div className={classes.actions}>
        <Button variant="default" loading={home.isPending} disabled={!demo?.homeId} onClick={() => home.mutate()}>
          {t('demo.home')}
        </Button>
        <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('demo.remove')}
        </Button>
      </div>
      {trouble && (
        <p className={classes.trouble} role="alert">
          {problemOf(trouble).message}. {problemOf(trouble).detail}
        </p>
      )}
    </aside>
  );
}
