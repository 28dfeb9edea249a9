import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { Select } from '../../shared/ui/Select';
import classes from './Company.module.css';
import { type Draft, standings } from './draft';
import { companyQueries } from './queries';
import { t } from './words';

type Props = { relations: Draft['relations']; onChange: (relations: Draft['relations']) => void };

/** What each competitor is to us; those about whom nothing is said are just competitors. */
export function RelationFields({ relations, onChange }: Props) {
  const competitors = useQuery(companyQueries.competitors());
  return (
    <Panel title={t('company.relations')} note={t('company.relationsHelp')}>
      <QueryBoundary query={competitors}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={classes.quiet}>{t('company.noCompetitors')}</p>
          ) : (
            <div className={classes.stack}>
              {items.map(({ id, name }) => {
                const known = relations[id];
                const { [id]: _, ...others } = relations;
                return (
                  <fieldset key={id} className={classes.relation}>
                    <legend>{name}</legend>
                    <Select
                      label={t('company.standing', { name })}
                      all={t('company.nothingSaid')}
                      value={known?.standing}
                      options={standings.map((value) => ({ value, label: t(`standing.${value}`) }))}
                      onChange={(standing) =>
                        onChange(standing ? { ...relations, [id]: { note: known?.note ?? '', standing } } : others)
                      }
                    />
                    {known && (
                      <TextInput
                        aria-label={t('company.note', { name })}
                        placeholder={t('company.notePlaceholder')}
                        maxLength={300}
                        value={known.note}
                        onChange={(event) =>
                          onChange({ ...relations, [id]: { ...known, note: event.currentTarget.value } })
                        }
                      />
                    )}
                  </fieldset>
                );
              })}
            </div>
          )
        }
      </QueryBoundary>
    </Panel>
  );
}
