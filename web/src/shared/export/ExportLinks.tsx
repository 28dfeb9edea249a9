import classes from './ExportLinks.module.css';
import { t } from './words';

type Props = {
  /** Below `/api/v1`, such as `/signals/export`. */
  path: string;
  /** The filters of the list that is shown. */
  query: Record<string, string | undefined>;
  label?: string;
};

const formats = [
  ['csv', t('export.csv')],
  ['csv&bom=true', t('export.csvExcel')],
  ['xlsx', t('export.xlsx')],
  ['json', t('export.json')],
  ['jsonl', t('export.jsonl')],
] as const;

/** What is shown, as a file. Plain links: the browser shows its own progress, and nothing is held in this page. */
export function ExportLinks({ path, query, label = t('export.action') }: Props) {
  const filters = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  ).toString();
  return (
    <details className={classes.menu}>
      <summary>{label}</summary>
      <ul>
        {formats.map(([format, name]) => (
          <li key={format}>
            <a href={`/api/v1${path}?format=${format}${filters && `&${filters}`}`} download>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
