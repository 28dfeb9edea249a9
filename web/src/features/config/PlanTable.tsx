import type { ConfigPlan, ConfigPlanItem } from '../../shared/api/types';
import classes from './Config.module.css';
import { t } from './words';

/** What is done with each thing; what stays as it is is only counted. */
export function PlanTable({ plan }: { plan: ConfigPlan }) {
  const { create, update, archive, unchanged, failed } = plan;
  const shown = plan.items.filter((item) => item.act !== 'UNCHANGED');
  return (
    <div className={classes.result}>
      <p role="status">
        {!plan.dryRun && failed === 0 && `${t('config.applied')} `}
        {shown.length === 0 ? t('config.allSame') : t('config.summary', { create, update, archive, unchanged })}
      </p>
      {failed > 0 && (
        <p role="alert" className={classes.bad}>
          {t('config.failed', { count: failed })}
        </p>
      )}
      {shown.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                {[
                  t('config.line'),
                  t('config.act'),
                  t('config.what'),
                  t('config.changes'),
                  ...(plan.dryRun ? [] : [t('config.outcome')]),
                ].map((label) => (
                  <th scope="col" key={label}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((item) => (
                <Row key={`${item.part} ${item.key}`} item={item} applied={!plan.dryRun} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Row({ item, applied }: { item: ConfigPlanItem; applied: boolean }) {
  return (
    <tr>
      <td>{item.line}</td>
      <td>{t(`config.act.${item.act}`)}</td>
      <td>
        {t(`config.part.${item.part}`)} <strong>{item.key}</strong>
      </td>
      <td>
        {item.changes.map(({ field, before, after }) => (
          <div key={field}>
            {field}: {before !== undefined && `${JSON.stringify(before)} \u2192 `}
            {JSON.stringify(after)}
          </div>
        ))}
      </td>
      {applied && (
        <td className={item.outcome === 'DONE' ? undefined : classes.bad}>
          {t(`config.outcome.${item.outcome}`)} {item.detail}
          {item.secret && (
            <div>
              {t('config.secret')} <code>{item.secret}</code>
            </div>
          )}
        </td>
      )}
    </tr>
  );
}
