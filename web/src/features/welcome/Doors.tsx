import { Button } from '@mantine/core';
import { useId } from 'react';
import { problemOf } from '../../shared/api/problem';
import { useMayEdit } from '../../shared/api/session';
import { AddCompetitorField } from '../../shared/ui/AddCompetitorField';
import classes from './Doors.module.css';
import { useLookAround } from './demo';
import { t } from './words';

/** What a workspace that watches nobody yet shows in place of an empty list. */
export function Doors() {
  const mayEdit = useMayEdit();
  const add = useId();
  const look = useId();
  const lookAround = useLookAround();
  return (
    <div className={classes.doors}>
      <section className={classes.door} aria-labelledby={add}>
        <h2 id={add}>{t('welcome.add')}</h2>
        <p>{t(mayEdit ? 'welcome.addBody' : 'forbidden.analyst')}</p>
        {mayEdit && <AddCompetitorField />}
      </section>
      <section className={classes.door} aria-labelledby={look}>
        <h2 id={look}>{t('welcome.look')}</h2>
        <p>{t('welcome.lookBody')}</p>
        {lookAround.error && (
          <p className={classes.trouble} role="alert">
            {problemOf(lookAround.error).message}. {problemOf(lookAround.error).detail}
          </p>
        )}
        <Button size="sm" loading={lookAround.isPending || lookAround.isSuccess} onClick={() => lookAround.mutate()}>
          {t('welcome.lookAction')}
        </Button>
      </section>
    </div>
  );
}
