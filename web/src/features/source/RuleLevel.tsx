import { Button } from '@mantine/core';
import type { IgnoreRule } from '../../shared/api/types';
import type { Mode } from '../../shared/ignoring/queries';
import { Select } from '../../shared/ui/Select';
import type { Level, Place } from './rules';
import classes from './SourceRules.module.css';
import type { RuleActs } from './use-rule-acts';
import { t } from './words';

const modes = ['APPEND', 'REPLACE'] as const satisfies Mode[];

type Props = { level: Level; acts: RuleActs | null; onEdit: (rule: IgnoreRule) => void };

/** The rules of one level: what they cover, how they relate to those above, and who sets them aside. */
export function RuleLevel({ level, acts, onEdit }: Props) {
  const { place, rules, mode, asideBy } = level;
  return (
    <section className={classes.level} aria-label={placeName(place)}>
      <div className={classes.levelHead}>
        <h3>{placeName(place)}</h3>
        <span className={classes.quiet}>{t(`rules.level.${place.level}.note`)}</span>
        {mode && acts && (
          <span className={classes.mode}>
            <Select
              label={`${t('rules.mode')}: ${placeName(place)}`}
              value={mode}
              options={modes.map((value) => ({ value, label: t(`rules.mode.${value}`) }))}
              onChange={(wanted) => wanted && acts.setMode(level, wanted)}
            />
          </span>
        )}
        {mode && !acts && <span className={classes.mode}>{t(`rules.mode.${mode}`)}</span>}
      </div>
      {asideBy && (
        <p className={classes.aside}>{t(asideBy === 'SOURCE' ? 'rules.asideBySource' : 'rules.asideByTag')}</p>
      )}
      {rules.length === 0 ? (
        <p className={classes.quiet}>{t('rules.none')}</p>
      ) : (
        <ul>
          {rules.map((rule) => (
            <li key={rule.id} className={classes.rule} data-aside={asideBy !== null}>
              <span className={classes.kind}>{t(`ignoring.kind.${rule.kind}`)}</span>
              <code>{rule.pattern}</code>
              {acts && <RuleButtons rule={rule} acts={acts} onEdit={onEdit} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function RuleButtons({ rule, acts, onEdit }: { rule: IgnoreRule; acts: RuleActs; onEdit: Props['onEdit'] }) {
  return (
    <span className={classes.ruleButtons}>
      <Button variant="subtle" aria-label={t('rules.editOf', { pattern: rule.pattern })} onClick={() => onEdit(rule)}>
        {t('rules.edit')}
      </Button>
      <Button
        variant="subtle"
        disabled={acts.isPending}
        aria-label={t('ignoring.removeLabel', { pattern: rule.pattern })}
        onClick={() => acts.remove(rule)}
      >
        {t('action.remove')}
      </Button>
    </span>
  );
}

function placeName(place: Place): string {
  return place.level === 'TAG' ? t('rules.level.TAG', { tag: place.tag }) : t(`rules.level.${place.level}`);
}
