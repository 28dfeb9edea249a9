import { useQuery } from '@tanstack/react-query';
import type { IgnoreRule, RuleRehearsal } from '../api/types';
import { QueryBoundary } from '../ui/QueryBoundary';
import classes from './Ignoring.module.css';
import { ruleQueries } from './queries';
import { t } from './words';

const mostSamples = 5;
const percent = new Intl.NumberFormat('en', { style: 'percent' });

/** What a rule would have done to the latest versions of the page. */
export function Preview({ sourceId, kind, pattern }: { sourceId: string } & Pick<IgnoreRule, 'kind' | 'pattern'>) {
  const query = useQuery(ruleQueries.preview(sourceId, { kind, pattern }));
  return (
    <section aria-label={t('ignoring.previewing')}>
      <QueryBoundary query={query}>{(rehearsal) => <Outcome rehearsal={rehearsal} />}</QueryBoundary>
    </section>
  );
}

function Outcome({ rehearsal }: { rehearsal: RuleRehearsal }) {
  const { hunks, hidden, versions, changes, samples, score } = rehearsal;
  return (
    <>
      <p>{t('ignoring.wouldHide', { hunks, hidden, versions })}</p>
      {changes.length > 0 && <p>{t('ignoring.changes', { count: changes.length })}</p>}
      {score.precision != null && score.recall != null && (
        <p className={classes.quiet}>
          {t('ignoring.precision', {
            precision: percent.format(score.precision),
            recall: percent.format(score.recall),
          })}
        </p>
      )}
      {samples.length > 0 && (
        <ul className={classes.samples} aria-label={t('ignoring.samples')}>
          {samples.slice(0, mostSamples).map((sample) => (
            <li key={`${sample.toDocumentId} ${sample.before} ${sample.after}`}>
              {sample.before != null && <del>{sample.before}</del>} {sample.after != null && <ins>{sample.after}</ins>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
