import { useState } from 'react';
import { problemOf } from '../api/problem';
import { t } from '../i18n/translate';
import { Notice } from './Notice';
import notice from './Notice.module.css';
import classes from './ProblemNotice.module.css';

type Props = { error: unknown; level?: 'h1' | 'h2'; onRetry?: (() => void) | undefined };

/** What failed in plain words, a way to try again, and the trace id to hand to whoever runs the server. */
export function ProblemNotice({ error, level = 'h2', onRetry }: Props) {
  const problem = problemOf(error);
  if (problem.status === 403) {
    return (
      <Notice title={t('forbidden.title')} level={level}>
        <p>{problem.detail || t('forbidden.body')}</p>
        <a href="/settings/members">{t('forbidden.who')}</a>
      </Notice>
    );
  }
  const gone = problem.status === 404 || problem.status === 410;
  return (
    <Notice title={problem.message} level={level} tone={gone ? 'plain' : 'danger'} live>
      {problem.detail && <p>{problem.detail}</p>}
      {onRetry && !gone && (
        <button type="button" className={notice.action} onClick={onRetry}>
          {t('action.retry')}
        </button>
      )}
      {problem.traceId && <TraceId id={problem.traceId} />}
    </Notice>
  );
}

function TraceId({ id }: { id: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <p className={classes.trace}>
      {t('problem.trace')} <code>{id}</code>
      <button type="button" onClick={() => void navigator.clipboard?.writeText(id).then(() => setCopied(true))}>
        {copied ? t('action.copied') : t('action.copy')}
      </button>
    </p>
  );
}
