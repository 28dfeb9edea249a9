import type { SourcePack } from '../../shared/api/types';
import classes from './PackChoice.module.css';
import { PackNotes } from './PackNotes';
import { fitting } from './selection';
import { t } from './words';

type Props = {
  packs: SourcePack[];
  chosen: SourcePack | undefined;
  /** How many pages are ticked without a pack. */
  recommended: number;
  onChange: (packId: string | undefined) => void;
};

/** Which pages are ticked to begin with: those recommended, or those of a pack that fits. Nothing when none fits. */
export function PackChoice({ packs, chosen, recommended, onChange }: Props) {
  const shown = fitting(packs);
  if (chosen && !shown.includes(chosen)) shown.push(chosen);
  if (shown.length === 0) return null;
  return (
    <div className={classes.box}>
      <fieldset className={classes.packs}>
        <legend>{t('packs.legend')}</legend>
        <Option
          title={t('packs.recommended')}
          count={t('packs.count', { count: recommended })}
          checked={!chosen}
          onChoose={() => onChange(undefined)}
        />
        {shown.map(({ id, title, fit }) => (
          <Option
            key={id}
            title={title}
            count={t('packs.fit', { found: fit?.found ?? 0, wanted: fit?.wanted ?? 0 })}
            checked={chosen?.id === id}
            onChoose={() => onChange(id)}
          />
        ))}
      </fieldset>
      {chosen && <PackNotes pack={chosen} />}
    </div>
  );
}

type OptionProps = { title: string; count: string; checked: boolean; onChoose: () => void };

function Option({ title, count, checked, onChoose }: OptionProps) {
  return (
    <label className={classes.option}>
      <input type="radio" name="pack" checked={checked} onChange={onChoose} />
      {title} <span className={classes.count}>{count}</span>
    </label>
  );
}
