import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../api/problem';
import { useMayEdit } from '../api/session';
import type { IgnoreRule } from '../api/types';
import { QueryBoundary } from '../ui/QueryBoundary';
import { Select } from '../ui/Select';
import classes from './Ignoring.module.css';
import { ruleQueries, useAddRule, useRemoveRule, useRuleMode } from './queries';
import { t } from './words';

const kinds = ['TEXT', 'REGEX', 'SELECTOR'] as const;

/** The ignore rules of a page with the level each comes from; those of the page itself can be changed here. */
export function IgnoreRules({ sourceId }: { sourceId: string }) {
  const query = useQuery(ruleQueries.effective(sourceId));
  const mayEdit = useMayEdit();
  const mode = useRuleMode(sourceId);
  return (
    <section className={classes.form} aria-label={t('ignoring.rules')}>
      <h3>{t('ignoring.rules')}</h3>
      <QueryBoundary query={query}>
        {(effective) => (
          <>
            {effective.rules.length + effective.replaced.length === 0 && <p>{t('ignoring.noRules')}</p>}
            <ul className={classes.rules}>
              {effective.rules.map((rule) => (
                <Rule key={rule.id} rule={rule} mayRemove={mayEdit && rule.level === 'SOURCE'} />
              ))}
              {effective.replaced.map((rule) => (
                <Rule key={rule.id} rule={rule} replaced mayRemove={false} />
              ))}
            </ul>
            {mayEdit && (
              <label className={classes.choice}>
                <input
                  type="checkbox"
                  checked={effective.mode === 'REPLACE'}
                  disabled={mode.isPending}
                  onChange={(event) => mode.mutate(event.currentTarget.checked ? 'REPLACE' : 'APPEND')}
                />
                {t('ignoring.replace')}
              </label>
            )}
          </>
        )}
      </QueryBoundary>
      {mayEdit && <NewRule sourceId={sourceId} />}
      <Link to="/sources/$id/rules" params={{ id: sourceId }}>
        {t('ignoring.all')}
      </Link>
    </section>
  );
}

function Rule({ rule, replaced = false, mayRemove }: { rule: IgnoreRule; replaced?: boolean; mayRemove: boolean }) {
  const remove = useRemoveRule();
  return (
    <li data-replaced={replaced}>
      {t(`ignoring.kind.${rule.kind}`)}: <code>{rule.pattern}</code>{' '}
      <span className={classes.quiet}>
        {t(`ignoring.level.${rule.level}`, { tag: rule.tag ?? '' })}
        {replaced && `, ${t('ignoring.replaced')}`}
      </span>
      {mayRemove && (
        <Button
          variant="subtle"
          loading={remove.isPending}
          aria-label={t('ignoring.removeLabel', { pattern: rule.pattern })}
          onClick={() => remove.mutate(rule.id)}
        >
          {t('action.remove')}
        </Button>
      )}
      {remove.error && <span role="alert">{problemOf(remove.error).message}</span>}
    </li>
  );
}

function NewRule({ sourceId }: { sourceId: string }) {
  const [kind, setKind] = useState<IgnoreRule['kind']>('TEXT');
  const [pattern, setPattern] = useState('');
  const add = useAddRule();
  const save = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ kind, pattern, level: 'SOURCE', sourceId }, { onSuccess: () => setPattern('') });
  };
  return (
    <form className={classes.form} onSubmit={save}>
      <Select
        label={t('ignoring.kind')}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`ignoring.kind.${value}`) }))}
        onChange={(value) => value && setKind(value)}
      />
      <TextInput
        required
        maxLength={300}
        label={t('ignoring.pattern')}
        value={pattern}
        error={add.error && (problemOf(add.error).fieldError('pattern') ?? problemOf(add.error).message)}
        onChange={(event) => setPattern(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" variant="default" loading={add.isPending}>
          {t('ignoring.add')}
        </Button>
      </div>
    </form>
  );
}
