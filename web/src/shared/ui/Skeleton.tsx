import { t } from '../i18n/translate';
import classes from './Skeleton.module.css';

const widths = [72, 55, 64, 47, 68, 51, 60, 43];

type Props = { rows?: number; height?: number; label?: string };

/** The final shape in grey, shown only when waiting takes longer than 150 ms. */
export function Skeleton({ rows = 6, height = 44, label }: Props) {
  return (
    <div className={classes.skeleton} aria-busy="true" role="status">
      <span className="sr-only">{label ?? t('state.loading')}</span>
      {widths.slice(0, rows).map((width) => (
        <div key={width} className={classes.row} style={{ height }}>
          <div className={classes.bar} style={{ width: `${width}%` }} />
        </div>
      ))}
    </div>
  );
}
