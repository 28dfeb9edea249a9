import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../../shared/api/problem';
import type { IgnoreRule } from '../../shared/api/types';
import { Preview } from '../../shared/ignoring/Preview';
import { Dialog } from '../../shared/ui/Dialog';
import { Select } from '../../shared/ui/Select';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import { type Place, placeKey } from './rules';
import classes from './SourceRules.module.css';
import type { RuleActs } from './use-rule-acts';
import { t } from './words';

const kinds = ['TEXT', 'REGEX', 'SELECTOR'] as const;

type Props = { sourceId: string; rule: IgnoreRule | null; places: Place[]; acts: RuleActs; onClose: () => void };

/** A rule to be added or edited, tried on the stored versions of the page before it holds. */
export function RuleForm({ sourceId, rule, places, acts, onClose }: Props) {
  const [kind, setKind] = useState<IgnoreRule['kind']>(rule?.kind ?? 'TEXT');
  const [pattern, setPattern] = useState(rule?.pattern ?? '');
  const [place, setPlace] = useState<Place>({ level: 'SOURCE' });
  const [tried, setTried] = useState<Pick<IgnoreRule, 'kind' | 'pattern'> | null>(null);
  const save = useMutation({
    mutationFn: () => (rule ? acts.edit(rule, { kind, pattern }) : acts.add(place, { kind, pattern })),
    onSuccess: onClose,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const wrong = save.error && (problemOf(save.error).fieldError('pattern') ?? problemOf(save.error).detail);
  return (
    <Dialog title={t(rule ? 'rules.editTitle' : 'rules.addTitle')} onClose={onClose}>
      <form className={classes.form} onSubmit={submit}>
        {!rule && (
          <span className={classes.field}>
            {t('rules.where')}
            <Select
              label={t('rules.where')}
              value={placeKey(place)}
              options={[...places].reverse().map((each) => ({ value: placeKey(each), label: whereText(each) }))}
              onChange={(key) => setPlace(places.find((each) => placeKey(each) === key) ?? place)}
            />
          </span>
        )}
        <span className={classes.field}>
          {t('ignoring.kind')}
          <Select
            label={t('ignoring.kind')}
            value={kind}
            options={kinds.map((value) => ({ value, label: t(`ignoring.kind.${value}`) }))}
            onChange={(value) => value && setKind(value)}
          />
        </span>
        <TextInput
          required
          maxLength={300}
          label={t('ignoring.pattern')}
          description={t(`rules.help.${kind}`)}
          value={pattern}
          error={wrong}
          onChange={(event) => setPattern(event.currentTarget.value)}
        />
        <div className={classes.actions}>
          <Button type="submit" loading={save.isPending}>
            {t('rules.save')}
          </Button>
          <Button variant="default" disabled={pattern === ''} onClick={() => setTried({ kind, pattern })}>
            {t('rules.try')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </form>
      {tried && (
        <div className={classes.tried}>
          <h3>{t('rules.tried')}</h3>
          <Preview sourceId={sourceId} kind={tried.kind} pattern={tried.pattern} />
        </div>
      )}
    </Dialog>
  );
}

function whereText(place: Place): string {
  return place.level === 'TAG' ? t('rules.where.TAG', { tag: place.tag }) : t(`rules.where.${place.level}`);
}
