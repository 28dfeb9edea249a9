import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Block, Document } from '../../shared/api/types';
import { blockParts, parseQuote, type QuoteSpan } from '../../shared/evidence/quote';
import { day } from '../../shared/format/time';
import { shortUrl } from '../../shared/format/words';
import { t } from '../../shared/i18n/translate';
import { ExternalLink } from '../../shared/ui/ExternalLink';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import classes from './DocumentPage.module.css';
import { documentQueries } from './queries';

/** A captured page as plain text blocks, opened at the quote. What a page says is text here, never markup. */
export function DocumentPage({ id, quote }: { id: string; quote?: string | undefined }) {
  const query = useQuery(documentQueries.one(id));
  return (
    <QueryBoundary query={query} level="h1">
      {(document) => <Text document={document} span={parseQuote(quote)} />}
    </QueryBoundary>
  );
}

function Text({ document, span }: { document: Document; span: QuoteSpan | null }) {
  const body = useRef<HTMLDivElement>(null);
  const found = span !== null && document.blocks.some((block) => blockParts(block, span).some((part) => part.quoted));
  useEffect(() => {
    if (found) body.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [found]);
  return (
    <article>
      <PageHeader
        title={document.title ?? shortUrl(document.url)}
        meta={
          <>
            <Link to="/competitors/$id" params={{ id: document.competitorId }}>
              {t('document.competitor')}
            </Link>
            <Link to="/sources/$id" params={{ id: document.sourceId }}>
              {t('source.allVersions')}
            </Link>
            <ExternalLink href={document.url}>{shortUrl(document.url)}</ExternalLink>
            <span>
              {t('evidence.captured')} <RelativeTime at={document.fetchedAt} />
            </span>
            {document.publishedAt && <span>{t('document.published', { date: day(document.publishedAt) })}</span>}
            {document.author && <span>{document.author}</span>}
            {document.language && <span lang="en">{document.language}</span>}
          </>
        }
      />
      {span && !found && <p className={classes.missing}>{t('document.quoteMissing')}</p>}
      <div className={classes.text} ref={body} lang={document.language ?? undefined}>
        {document.blocks.length === 0 ? (
          <Notice title={t('document.empty')}>{document.failureDetail && <p>{document.failureDetail}</p>}</Notice>
        ) : (
          document.blocks.map((block) => <TextBlock key={block.id} block={block} span={span} />)
        )}
      </div>
    </article>
  );
}

function TextBlock({ block, span }: { block: Block; span: QuoteSpan | null }) {
  return (
    <p className={classes.block} data-kind={block.kind}>
      {blockParts(block, span).map((part) => (part.quoted ? <mark key={part.text}>{part.text}</mark> : part.text))}
    </p>
  );
}
