import { Button, Checkbox, Textarea } from '@mantine/core';
import { type ChangeEvent, type FormEvent, useId, useState } from 'react';
import { Problem } from '../../shared/api/problem';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import classes from './Config.module.css';
import { Mistakes } from './Mistakes';
import { PlanTable } from './PlanTable';
import { useConfig } from './queries';
import { t } from './words';

/** A document, its plan, and the button that applies what was planned and nothing else. */
export function ApplyPanel() {
  const file = useId();
  const [document, setDocument] = useState('');
  const [prune, setPrune] = useState(false);
  const config = useConfig();
  const edit = (text: string) => {
    setDocument(text);
    config.reset();
  };
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.currentTarget.files?.[0];
    if (chosen) edit(await chosen.text());
  };
  const plan = (event: FormEvent) => {
    event.preventDefault();
    config.mutate({ document, prune, dryRun: true });
  };
  const planned = config.data?.dryRun && config.data.create + config.data.update + config.data.archive > 0;
  return (
    <Panel title={t('config.apply')}>
      <form className={classes.stack} onSubmit={plan}>
        <p>{t('config.applyNote')}</p>
        <div className={classes.file}>
          <label htmlFor={file}>{t('config.file')}</label>
          <input id={file} type="file" accept=".yaml,.yml,.json" onChange={(event) => void read(event)} />
        </div>
        <Textarea
          className={classes.document}
          classNames={{ input: classes.code ?? '' }}
          label={t('config.document')}
          required
          rows={12}
          spellCheck={false}
          value={document}
          onChange={(event) => edit(event.currentTarget.value)}
        />
        <Checkbox
          label={t('config.prune')}
          checked={prune}
          onChange={(event) => {
            setPrune(event.currentTarget.checked);
            config.reset();
          }}
        />
        <div className={classes.actions}>
          <Button type="submit" variant="default" loading={config.isPending && config.variables.dryRun}>
            {t('config.plan')}
          </Button>
          {planned && (
            <Button onClick={() => config.mutate({ document, prune, dryRun: false })}>{t('config.applyNow')}</Button>
          )}
        </div>
      </form>
      {config.isIdle && <p className={classes.quiet}>{t('config.nothingPlanned')}</p>}
      {config.error && <Failure error={config.error} />}
      {config.data && <PlanTable plan={config.data} />}
    </Panel>
  );
}

function Failure({ error }: { error: Error }) {
  const lines = error instanceof Problem && error.errors.length > 0;
  return lines ? <Mistakes errors={error.errors} /> : <ProblemNotice error={error} />;
}
