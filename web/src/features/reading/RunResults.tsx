import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReprocessedSource } from '../../shared/api/types';
import { shortUrl } from '../../shared/format/words';
import { readingQueries } from './queries';
import classes from './Reading.module.css';
import { t } from './words';

/** The pages whose facts differ or that could not be read, each with what differs. */
export function RunResults({ results }: { results: ReprocessedSource[] }) {
  const names = useQuery(readingQueries.sourceNames());
  const urlOf = (id: string) => names.data?.items.find((source) => source.id === id)?.url;
  return (
    <ul className={classes.results} aria-label={t('reading.results')}>
      {results.map((result) => (
        <li key={result.sourceId}>
          <div className={classes.result}>
            <SourceName id={result.sourceId} url={urlOf(result.sourceId)} />
            <span>{t(`reading.state.${result.state}`)}</span>
            <span className={classes.quiet}>
              {t('reading.from')} {t('reading.extractor', { version: result.oldExtractor })}
            </span>
            {result.added + result.removed + result.changed > 0 && (
              <span className={classes.quiet}>{countsOf(result)}</span>
            )}
          </div>
          {result.samples.length > 0 && <Samples result={result} />}
        </li>
      ))}
    </ul>
  );
}

function SourceName({ id, url }: { id: string; url: string | undefined }) {
  return (
    <Link to="/sources/$id" params={{ id }}>
      {url ? shortUrl(url) : t('source.allVersions')}
    </Link>
  );
}

function countsOf({ added, removed, changed }: ReprocessedSource): string {
  return t('reading.counts', { added, removed, changed });
}

function Samples({ result }: { result: ReprocessedSource }) {
  return (
    <details className={classes.samples}>
      <summary>{t('reading.samples', { count: result.samples.length })}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('facts.what')}</th>
            <th scope="col">{t('facts.before')}</th>
            <th scope="col">{t('facts.after')}</th>
          </tr>
        </thead>
        <tbody>
          {result.samples.map(({ subject, field, before, after }) => (
            <tr key={`${subject} ${field} ${before} ${after}`}>
              <th scope="row">
                {subject} <span className={classes.quiet}>{field}</span>
              </th>
              <td>
                {before != null ? <del>{before}</del> : <span className={classes.quiet}>{t('fact.notThere')}</span>}
              </td>
              <td>{after != null ? <ins>{after}</ins> : <span className={classes.quiet}>{t('fact.gone')}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
