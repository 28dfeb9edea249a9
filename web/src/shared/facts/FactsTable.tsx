import type { FactChange, FactValue } from '../api/types';
import { echoes, movement, valueText } from '../format/value';
import { factName } from '../format/words';
import { t } from '../i18n/translate';
import classes from './FactsTable.module.css';

export function FactsTable({ facts }: { facts: FactChange[] }) {
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('facts.what')}</th>
            <th scope="col">{t('facts.before')}</th>
            <th scope="col">{t('facts.after')}</th>
            <th scope="col" className={classes.number}>
              {t('facts.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <FactRow key={`${fact.factKind} ${fact.subject} ${fact.field}`} fact={fact} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FactRow({ fact }: { fact: FactChange }) {
  const moved = movement(fact);
  return (
    <tr>
      <th scope="row">
        {fact.subject} <span className={classes.kind}>{factName(fact)}</span>
      </th>
      <td>
        {fact.before ? (
          <del>{sideText(fact, fact.before)}</del>
        ) : (
          <span className={classes.kind}>{t('fact.notThere')}</span>
        )}
      </td>
      <td>
        {fact.after ? <ins>{sideText(fact, fact.after)}</ins> : <span className={classes.kind}>{t('fact.gone')}</span>}
      </td>
      <td className={classes.number}>
        {moved ? (
          <span data-direction={moved.direction}>
            <span aria-hidden="true">{moved.direction === 'up' ? '\u25b2' : '\u25bc'}</span> {moved.text}
          </span>
        ) : (
          t(`changeKind.${fact.kind}`)
        )}
      </td>
    </tr>
  );
}

function sideText(fact: FactChange, value: FactValue): string {
  return echoes(fact.subject, value) ? t('fact.there') : valueText(value);
}
