import { Link } from '@tanstack/react-router';
import type { Evidence, Signal } from '../../shared/api/types';
import { quoteParam } from '../../shared/evidence/quote';
import { Chip } from '../../shared/ui/Chip';
import { Panel } from '../../shared/ui/Panel';
import { SeverityMark } from '../../shared/ui/SeverityMark';
import classes from './CompetitorFrame.module.css';
import { claimsOf } from './meaning';
import rows from './rows.module.css';
import { t } from './words';

/** What the latest signals mean, each sentence with the words it rests on. */
export function Meaning({ signals }: { signals: Signal[] }) {
  const claims = claimsOf(signals);
  if (claims.length === 0) return null;
  const byModel = claims.some((claim) => claim.byModel);
  return (
    <div className={classes.wide}>
      <Panel title={t('meaning.title')} note={t(byModel ? 'meaning.byModel' : 'meaning.byRules')}>
        <ul className={classes.claims}>
          {claims.map(({ text, signal, evidence, isInference }) => (
            <li key={`${signal.id} ${text}`} className={rows.words}>
              <SeverityMark severity={signal.severity} />
              <span>
                <Link to="/signals/$id" params={{ id: signal.id }}>
                  {text}
                </Link>{' '}
                {isInference && <Chip>{t('claim.INFERENCE')}</Chip>}
                {evidence.map((quote, index) => (
                  <Cite key={quote.id} quote={quote} number={index + 1} claim={text} />
                ))}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

function Cite({ quote, number, claim }: { quote: Evidence; number: number; claim: string }) {
  return (
    <Link
      to="/documents/$id"
      params={{ id: quote.documentId }}
      search={{ quote: quoteParam(quote) }}
      className={classes.cite ?? ''}
      title={quote.quote}
      aria-label={t('meaning.citation', { number, claim })}
    >
      {number}
    </Link>
  );
}
