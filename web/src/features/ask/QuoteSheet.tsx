import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useId, useRef } from 'react';
import type { AskCitation, Document } from '../../shared/api/types';
import { blockParts, quoteParam } from '../../shared/evidence/quote';
import { ExternalLink } from '../../shared/ui/ExternalLink';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import classes from './Ask.module.css';
import { askQueries } from './queries';
import { t } from './words';

/** How many blocks are shown before and after the quoted ones. */
const around = 3;

/** The quoted words within the page they stand on, at the side of the answer; Escape goes back to it. */
export function QuoteSheet({ citation, onClose }: { citation: AskCitation; onClose: () => void }) {
  const sheet = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const document = useQuery(askQueries.document(citation.documentId));
  useEffect(() => {
    const opener = window.document.activeElement;
    sheet.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog ref={sheet} className={classes.sheet} aria-labelledby={titleId} onClose={onClose}>
      <div className={classes.sheetHead}>
        <h2 id={titleId}>{t('sheet.title', { number: citation.number })}</h2>
        <Button size="xs" variant="subtle" onClick={onClose}>
          {t('action.close')}
        </Button>
      </div>
      <p className={classes.quiet}>
        {citation.competitor}
        {citation.title && ` \u00b7 ${citation.title}`} {'\u00b7'} {t('evidence.captured')}{' '}
        <RelativeTime at={citation.fetchedAt} />
      </p>
      <blockquote className={classes.quote}>{citation.quote}</blockquote>
      <p className={classes.links}>
        <Link to="/documents/$id" params={{ id: citation.documentId }} search={{ quote: quoteParam(citation) }}>
          {t('sheet.document')}
        </Link>
        {citation.signalId && (
          <Link to="/signals/$id" params={{ id: citation.signalId }}>
            {t('sheet.signal')}
          </Link>
        )}
        <ExternalLink href={citation.url}>{t('evidence.source')}</ExternalLink>
      </p>
      <h3 className={classes.around}>{t('sheet.around')}</h3>
      <QueryBoundary query={document}>{(found) => <Context document={found} citation={citation} />}</QueryBoundary>
    </dialog>
  );
}

function Context({ document, citation }: { document: Document; citation: AskCitation }) {
  const quoted = document.blocks.flatMap((block, index) =>
    blockParts(block, citation).some((part) => part.quoted) ? [index] : [],
  );
  const first = quoted[0];
  if (first === undefined) return <p className={classes.quiet}>{t('document.quoteMissing')}</p>;
  const last = quoted[quoted.length - 1] ?? first;
  return (
    <div className={classes.context} lang={document.language ?? undefined}>
      {document.blocks.slice(Math.max(0, first - around), last + around + 1).map((block) => (
        <p key={block.id}>
          {blockParts(block, citation).map((part) =>
            part.quoted ? <mark key={part.text}>{part.text}</mark> : part.text,
          )}
        </p>
      ))}
    </div>
  );
}
