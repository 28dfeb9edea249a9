import { CheckCircleFillIcon, CircleIcon, QuestionIcon } from '@primer/octicons-react';
import { Link } from '@tanstack/react-router';
import { problemOf } from '../../shared/api/problem';
import { useIsAdmin, useMayEdit } from '../../shared/api/session';
import type { FirstSteps as Steps } from '../../shared/api/types';
import { Panel } from '../../shared/ui/Panel';
import { Toast } from '../../shared/ui/Toast';
import classes from './FirstSteps.module.css';
import { useDismissSteps } from './queries';
import { t } from './words';

type Step = Steps['steps'][number];

/**
 * What is left to do in a new workspace, above the list and never in its way. Gone for good once it is put away, and
 * by itself once every step that counts is done. A step that nobody could tell about counts as neither.
 */
export function FirstSteps({ known: data }: { known: Steps | undefined }) {
  const dismiss = useDismissSteps();
  const mayEdit = useMayEdit();
  const trouble = dismiss.error && (
    <Toast tone="danger">{t('steps.failed', { why: problemOf(dismiss.error).message })}</Toast>
  );
  const wanted = data?.steps.filter(({ optional }) => !optional) ?? [];
  const done = wanted.filter((step) => step.done === true).length;
  const begun = wanted.some((step) => step.step === 'ADD_COMPETITOR' && step.done === true);
  if (!data || data.dismissed || !mayEdit || !begun || done === wanted.length) return trouble;
  return (
    <div className={classes.card}>
      <Panel
        title={t('steps.title')}
        note={t('steps.progress', { done, all: wanted.length })}
        actions={
          <button type="button" className={classes.dismiss} onClick={() => dismiss.mutate()}>
            {t('steps.dismiss')}
          </button>
        }
      >
        <ol className={classes.steps}>
          {data.steps.map((step) => (
            <StepRow key={step.step} step={step} />
          ))}
        </ol>
      </Panel>
      {trouble}
    </div>
  );
}

function StepRow({ step }: { step: Step }) {
  const state = step.done === null ? 'unknown' : step.done ? 'done' : 'open';
  const Icon = { unknown: QuestionIcon, done: CheckCircleFillIcon, open: CircleIcon }[state];
  return (
    <li data-state={state}>
      <Icon size={16} aria-hidden />
      <span>
        <span className="sr-only">{t(`steps.${state}`)} </span>
        <StepLink step={step.step} open={state !== 'done'} />
        {step.optional && <span className={classes.note}> {t('steps.optional')}</span>}
        {state === 'open' && (step.step === 'TRIAGE_SIGNAL' || step.step === 'CONNECT_MODEL') && (
          <span className={classes.how}>{t(`step.${step.step}.how`)}</span>
        )}
      </span>
    </li>
  );
}

const places = {
  ADD_COMPETITOR: '/competitors/new',
  CONFIRM_SOURCES: '/sources',
  CHOOSE_CHANNEL: '/alerts',
  CONNECT_MODEL: '/settings/ai',
} as const;

/** Leads to where the step is taken; signals are triaged right below, and only admins see the settings of models. */
function StepLink({ step, open }: { step: Step['step']; open: boolean }) {
  const isAdmin = useIsAdmin();
  if (!open || step === 'TRIAGE_SIGNAL' || (step === 'CONNECT_MODEL' && !isAdmin)) return t(`step.${step}`);
  return <Link to={places[step]}>{t(`step.${step}`)}</Link>;
}
