import { Link } from '@tanstack/react-router';
import type { EditionContent, EditionStory, Severity } from '../api/types';
import { quoteParam } from '../evidence/quote';
import { timeIn } from '../format/time';
import { Chip } from '../ui/Chip';
import { ExternalLink } from '../ui/ExternalLink';
import { SeverityMark } from '../ui/SeverityMark';
import classes from './EditionArticle.module.css';
import { ToldMoves } from './ToldMoves';
import { t } from './words';

type Props = {
  content: EditionContent;
  /** Readers from outside have no screens to be led to. */
  outside?: boolean;
};

/** An edition in the words in which it was mailed. */
export function EditionArticle({ content, outside = false }: Props) {
  const { zone } = content;
  return (
    <div className={classes.paper}>
      <p className={classes.quiet}>
        {t('edition.period', { from: timeIn(content.from, zone), to: timeIn(content.to, zone), zone })} {'\u00b7'}{' '}
        {t('edition.stories', { count: content.stories })} {'\u00b7'} {t('edition.signals', { count: content.signals })}
      </p>
      {content.competitors.map((group) => (
        <section key={group.competitorId} aria-label={group.name}>
          <h2 className={classes.competitor}>{group.name}</h2>
          {group.stories.map((story) => (
            <Story key={story.signalId} story={story} zone={zone} outside={outside} />
          ))}
        </section>
      ))}
      {content.more > 0 && <p>{t('edition.more', { count: content.more })}</p>}
      <section aria-label={t('edition.checked')}>
        <h2 className={classes.competitor}>{t('edition.checked')}</h2>
        <p>
          {content.checks}
          {content.checked && ` ${t('edition.asOf', { at: timeIn(content.checked.asOf, zone) })}`}
        </p>
        {content.quiet.length > 0 && (
          <p>
            {t('edition.quiet')}: {content.quiet.join(', ')}.
          </p>
        )}
        <p className={classes.quiet}>
          {content.selection} {content.basis}
        </p>
      </section>
    </div>
  );
}

type StoryProps = { story: EditionStory; zone: string; outside: boolean };

function Story({ story, zone, outside }: StoryProps) {
  return (
    <article className={classes.story}>
      <h3>
        {outside ? (
          story.headline
        ) : (
          <Link to="/signals/$id" params={{ id: story.signalId }}>
            {story.headline}
          </Link>
        )}
      </h3>
      <div className={classes.meta}>
        <SeverityMark severity={story.severity as Severity} />
        <Chip>{t(`category.${story.category}`)}</Chip>
        <span>{t('edition.significance', { value: story.significance })}</span>
        {story.sources > 1 && <span>{t('edition.sources', { count: story.sources - 1 })}</span>}
        <span>{timeIn(story.detectedAt, zone)}</span>
      </div>
      {story.moves.length > 0 ? <ToldMoves moves={story.moves} /> : <p>{story.summary}</p>}
      {story.whyItMatters && (
        <p>
          <strong>{t('edition.why')}:</strong> {story.whyItMatters}
        </p>
      )}
      {story.quotes.map((quote) => (
        <blockquote key={quote.evidenceId} className={classes.quote}>
          <p>{`\u201c${quote.text}\u201d`}</p>
          <footer className={classes.quiet}>
            {t(quote.side === 'BEFORE' ? 'edition.readBefore' : 'edition.read')} {timeIn(quote.fetchedAt, zone)}{' '}
            {'\u00b7'} <ExternalLink href={quote.url}>{quote.url}</ExternalLink>
            {!outside && (
              <>
                {' \u00b7 '}
                <Link to="/documents/$id" params={{ id: quote.documentId }} search={{ quote: quoteParam(quote) }}>
                  {t('edition.opensQuote')}
                </Link>
              </>
            )}
          </footer>
        </blockquote>
      ))}
      <details className={classes.quiet}>
        <summary>{t('edition.reasons')}</summary>
        {story.reasons.join(' ')}
      </details>
    </article>
  );
}
