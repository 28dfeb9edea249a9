import { Textarea, TextInput } from '@mantine/core';
import { Panel } from '../../shared/ui/Panel';
import classes from './Company.module.css';
import { audiences, type Draft } from './draft';
import { t } from './words';

type Props = { draft: Draft; onChange: (part: Partial<Draft>) => void };

/** Who we are, to whom we sell, and who of us reads what. */
export function AboutFields({ draft, onChange }: Props) {
  return (
    <>
      <Panel title={t('company.about')}>
        <div className={classes.stack}>
          <TextInput
            label={t('company.name')}
            maxLength={120}
            value={draft.name}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
          <Textarea
            label={t('company.sells')}
            description={t('company.sellsHelp')}
            maxLength={1000}
            rows={2}
            value={draft.sells}
            onChange={(event) => onChange({ sells: event.currentTarget.value })}
          />
          <Textarea
            label={t('company.segments')}
            description={t('company.segmentsHelp')}
            rows={3}
            value={draft.segments}
            onChange={(event) => onChange({ segments: event.currentTarget.value })}
          />
          <Textarea
            label={t('company.positioning')}
            maxLength={1000}
            rows={2}
            value={draft.positioning}
            onChange={(event) => onChange({ positioning: event.currentTarget.value })}
          />
        </div>
      </Panel>
      <Panel title={t('company.teams')} note={t('company.teamsHelp')}>
        <div className={classes.stack}>
          {audiences.map((audience) => (
            <TextInput
              key={audience}
              label={t(`audience.${audience}`)}
              maxLength={300}
              value={draft.teams[audience] ?? ''}
              onChange={(event) => onChange({ teams: { ...draft.teams, [audience]: event.currentTarget.value } })}
            />
          ))}
        </div>
      </Panel>
    </>
  );
}
