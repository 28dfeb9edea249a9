import { XIcon } from '@primer/octicons-react';
import type { Competitor } from '../../shared/api/types';
import { Select } from '../../shared/ui/Select';
import classes from './Compare.module.css';
import { mostCompared } from './comparison';
import { t } from './words';

type Props = { all: Competitor[]; chosen: Competitor[]; onChange: (chosen: Competitor[]) => void };

/** Who is compared, and the way to bring in others. */
export function Chosen({ all, chosen, onChange }: Props) {
  const others = all.filter(({ id }) => !chosen.some((each) => each.id === id));
  return (
    <section className={classes.chosen} aria-label={t('compare.chosen')}>
      <ul>
        {chosen.map((competitor) => (
          <li key={competitor.id}>
            {competitor.name}
            <button
              type="button"
              aria-label={t('compare.remove', { name: competitor.name })}
              onClick={() => onChange(chosen.filter(({ id }) => id !== competitor.id))}
            >
              <XIcon size={14} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {chosen.length < mostCompared && others.length > 0 && (
        <Select
          label={t('compare.add')}
          all={t('compare.add')}
          value={undefined}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => onChange([...chosen, ...others.filter((each) => each.id === id)])}
        />
      )}
    </section>
  );
}
