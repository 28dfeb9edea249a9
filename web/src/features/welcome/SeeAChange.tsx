import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { problemOf } from '../../shared/api/problem';
import { currentSession } from '../../shared/api/session';
import { useLookAround } from './demo';
import classes from './SeeAChange.module.css';
import { t } from './words';

/** Where nothing has changed yet: the way to demo data, where recorded changes are replayed. */
export function SeeAChange() {
  const isDemo = useQuery(currentSession()).data?.workspace.demo ?? false;
  const lookAround = useLookAround();
  if (isDemo) return null;
  return (
    <div className={classes.way}>
      <Button
        variant="default"
        loading={lookAround.isPending || lookAround.isSuccess}
        onClick={() => lookAround.mutate()}
      >
        {t('example.action')}
      </Button>
      <p>{t('example.body')}</p>
      {lookAround.error && (
        <p className={classes.trouble} role="alert">
          {problemOf(lookAround.error).message}. {problemOf(lookAround.error).detail}
        </p>
      )}
    </div>
  );
}
