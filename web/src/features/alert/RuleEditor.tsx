import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useMayEdit } from '../../shared/api/session';
import type { AlertRule } from '../../shared/api/types';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { QueryFailure } from '../../shared/ui/QueryFailure';
import classes from './Alerts.module.css';
import { BackTestPanel } from './BackTestPanel';
import { ConditionFields } from './ConditionFields';
import { type Draft, draftOf, emptyDraft, requestOf, sentence } from './draft';
import { alertQueries, useRuleChanges } from './queries';
import { TellingFields } from './TellingFields';
import { t } from './words';

export function EditRule({ id }: { id: string }) {
  const rule = useQuery(alertQueries.rule(id));
  return (
    <QueryBoundary query={rule} level="h1">
      {(found) => <RuleEditor key={found.id} rule={found} />}
    </QueryBoundary>
  );
}

export function NewRule() {
  return useMayEdit() ? (
    <RuleEditor />
  ) : (
    <Notice title={t('forbidden.title')} level="h1">
      <p>{t('alerts.readOnly')}</p>
    </Notice>
  );
}

/** A rule as a sentence, with what it would have told beside it while it is written. */
function RuleEditor({ rule }: { rule?: AlertRule }) {
  const navigate = useNavigate();
  const mayEdit = useMayEdit();
  const { save, remove } = useRuleChanges();
  const channels = useQuery(alertQueries.channels());
  const competitors = useQuery(alertQueries.competitors());
  const [draft, setDraft] = useState<Draft>(() =>
    rule ? draftOf(rule) : emptyDraft(Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'),
  );
  const change = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }));
  const request = requestOf(draft, rule);
  const said = sentence(draft, {
    competitor: competitors.data?.items.find(({ id }) => id === draft.competitorId)?.name,
    channels: (channels.data ?? []).filter(({ id }) => draft.channelIds.includes(id)).map(({ name }) => name),
  });
  const back = { onSuccess: () => void navigate({ to: '/alerts' }) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ ...(rule && { id: rule.id, version: rule.version }), rule: request }, back);
  };
  return (
    <>
      <PageHeader
        title={rule ? t('rule.edit') : t('rule.new')}
        meta={<Link to="/alerts">{t('rule.back')}</Link>}
        actions={
          mayEdit &&
          rule && (
            <Button
              variant="subtle"
              color="red"
              loading={remove.isPending}
              onClick={() => remove.mutate(rule.id, back)}
            >
              {t('rule.remove')}
            </Button>
          )
        }
      />
      <form className={classes.editor} onSubmit={submit}>
        <Panel title={t('rule.sentence')}>
          <div className={classes.parts}>
            <p className={classes.sentence} aria-live="polite">
              {said}
            </p>
            <QueryFailure queries={[competitors]} />
            <ConditionFields draft={draft} competitors={competitors.data?.items ?? []} onChange={change} />
            <TellingFields draft={draft} channels={channels.data} onChange={change} />
            {save.error && <ProblemNotice error={save.error} />}
            {remove.error && <ProblemNotice error={remove.error} />}
            {mayEdit && (
              <div className={classes.actions}>
                <Button type="submit" loading={save.isPending}>
                  {t('rule.save')}
                </Button>
                <label className={classes.check}>
                  <input
                    type="checkbox"
                    checked={draft.enabled}
                    onChange={(event) => change({ enabled: event.currentTarget.checked })}
                  />
                  {t('rule.enabled')}
                </label>
              </div>
            )}
          </div>
        </Panel>
        <BackTestPanel rule={request} />
      </form>
    </>
  );
}
