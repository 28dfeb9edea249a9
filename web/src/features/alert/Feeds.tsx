import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useMayEdit } from '../../shared/api/session';
import type { Category } from '../../shared/api/types';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { Select } from '../../shared/ui/Select';
import classes from './Alerts.module.css';
import { Labelled } from './ConditionFields';
import { alertQueries, useFeedChanges } from './queries';
import { t } from './words';

const categories = [
  'PRICING',
  'PRODUCT',
  'POSITIONING',
  'HIRING',
  'NEWS',
  'LEADERSHIP',
  'LEGAL',
  'OTHER',
] as const satisfies Category[];

/** Views of the inbox for feed readers. */
export function Feeds() {
  const feeds = useQuery(alertQueries.feeds());
  const mayEdit = useMayEdit();
  const { revoke } = useFeedChanges();
  return (
    <Panel title={t('feeds.title')} flush>
      <QueryBoundary query={feeds}>
        {(found) =>
          found.length === 0 ? (
            <p className={classes.empty}>{t('feeds.none')}</p>
          ) : (
            <ul className={classes.rows}>
              {found.map((feed) => (
                <li key={feed.id} className={classes.row}>
                  <div className={classes.words}>
                    <span className={classes.name}>{feed.name}</span>{' '}
                    <span className={classes.quiet}>
                      <RelativeTime at={feed.createdAt} />
                    </span>
                  </div>
                  {mayEdit && (
                    <Button
                      variant="subtle"
                      color="red"
                      aria-label={t('feeds.revoke', { name: feed.name })}
                      onClick={() => revoke.mutate(feed.id)}
                    >
                      {t('action.remove')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </QueryBoundary>
      {revoke.error && <ProblemNotice error={revoke.error} />}
      {mayEdit && <AddFeed />}
    </Panel>
  );
}

function AddFeed() {
  const [name, setName] = useState('');
  const [category, setCategory] = useState<Category | undefined>();
  const { add } = useFeedChanges();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const query = { category: category ? [category] : [], severity: [], triage: [] };
    add.mutate({ name, query }, { onSuccess: () => setName('') });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <div className={classes.fields}>
        <TextInput
          required
          maxLength={100}
          label={t('feeds.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Labelled label={t('filter.category')}>
          <Select
            label={t('filter.category')}
            all={t('rule.anyCategory')}
            value={category}
            options={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
            onChange={setCategory}
          />
        </Labelled>
      </div>
      {add.error && <ProblemNotice error={add.error} />}
      {add.data?.path && (
        <div role="status">
          {t('feeds.address', { name: add.data.name })}{' '}
          <code className={classes.secret}>{`${globalThis.location.origin}/api/v1${add.data.path}`}</code>
        </div>
      )}
      <div className={classes.actions}>
        <Button type="submit" variant="default" loading={add.isPending}>
          {t('feeds.add')}
        </Button>
      </div>
    </form>
  );
}
