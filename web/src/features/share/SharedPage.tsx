import { useQuery } from '@tanstack/react-query';
import { problemOf } from '../../shared/api/problem';
import type { Severity, SharedSignal } from '../../shared/api/types';
import { EditionArticle } from '../../shared/edition/EditionArticle';
import { ToldMoves } from '../../shared/edition/ToldMoves';
import { absoluteTime } from '../../shared/format/time';
import { Chip } from '../../shared/ui/Chip';
import { ExternalLink } from '../../shared/ui/ExternalLink';
import { Logo } from '../../shared/ui/Logo';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { SeverityMark } from '../../shared/ui/SeverityMark';
import { Skeleton } from '../../shared/ui/Skeleton';
import { sharedThing } from './queries';
import classes from './SharedPage.module.css';
import { t } from './words';

/** The one thing a link shows, for somebody who is not signed in. */
export function SharedPage({ token }: { token: string }) {
  return (
    <div className={classes.page}>
      <meta name="robots" content="noindex, nofollow" />
      <header className={classes.header}>
        <Logo />
        <span>{t('shared.by')}</span>
      </header>
      <main id="main">
        <Opened token={token} />
      </main>
    </div>
  );
}

function Opened({ token }: { token: string }) {
  const { data, error } = useQuery(sharedThing(token));
  if (error) return <Ended error={error} />;
  if (!data) return <Skeleton />;
  return (
    <article>
      <PageHeader
        title={data.edition?.headline ?? data.title}
        meta={<span>{t('shared.until', { at: absoluteTime(data.expiresAt) })}</span>}
      />
      {data.edition && <EditionArticle content={data.edition} outside />}
      {data.signal && <Signal signal={data.signal} />}
    </article>
  );
}

function Ended({ error }: { error: Error }) {
  const problem = problemOf(error);
  if (problem.status === 410) {
    return (
      <Notice title={t('shared.ended')} level="h1">
        <p>{problem.detail}</p>
      </Notice>
    );
  }
  if (problem.status === 404) {
    return (
      <Notice title={t('shared.missing')} level="h1">
        <p>{t('shared.missingBody')}</p>
      </Notice>
    );
  }
  return <ProblemNotice error={error} level="h1" />;
}

function Signal({ signal }: { signal: SharedSignal }) {
  return (
    <div className={classes.signal}>
      <p className={classes.meta}>
        <SeverityMark severity={signal.severity as Severity} />
        <span>{signal.competitor}</span>
        <Chip>{t(`category.${signal.category}`)}</Chip>
        <span>{t('edition.significance', { value: signal.significance })}</span>
        <span>{absoluteTime(signal.detectedAt)}</span>
        <ExternalLink href={signal.url}>{signal.url}</ExternalLink>
      </p>
      {signal.moves.length > 0 ? <ToldMoves moves={signal.moves} /> : <p>{signal.summary}</p>}
      {signal.whyItMatters && (
        <p>
          <strong>{t('edition.why')}:</strong> {signal.whyItMatters}
        </p>
      )}
      <p className={classes.quiet}>{signal.reasons.join(' ')}</p>
      <h2>{t('shared.quotes')}</h2>
      {signal.quotes.map((quote) => (
        <blockquote key={`${quote.side} ${quote.text} ${quote.fetchedAt}`} className={classes.quote}>
          <p>{`\u201c${quote.text}\u201d`}</p>
          <footer className={classes.quiet}>
            {t(quote.side === 'BEFORE' ? 'edition.readBefore' : 'edition.read')} {absoluteTime(quote.fetchedAt)}{' '}
            {'\u00b7'} {t(quote.verified ? 'shared.verified' : 'shared.unverified')} {'\u00b7'}{' '}
            <ExternalLink href={quote.url}>{quote.url}</ExternalLink>
          </footer>
        </blockquote>
      ))}
    </div>
  );
}
