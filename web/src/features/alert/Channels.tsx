import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useIsAdmin, useMayEdit } from '../../shared/api/session';
import type { Channel, ChannelFormat, ChannelKind } from '../../shared/api/types';
import { Chip } from '../../shared/ui/Chip';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { Select } from '../../shared/ui/Select';
import { t } from './words';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import classes from './Alerts.module.css';
import { Labelled } from './ConditionFields';
import { alertQueries, useChannelChanges } from './queries';

const kinds = ['EMAIL', 'SLACK', 'TEAMS', 'DISCORD', 'WEBHOOK'] as const satisfies ChannelKind[];
const formats = ['STANDARD', 'CLOUDEVENTS'] as const satisfies ChannelFormat[];

/** Where people are told, each with a test. */
export function Channels() {
  const channels = useQuery(alertQueries.channels());
  const isAdmin = useIsAdmin();
  return (
    <Panel title={t('channels.title')} flush>
      <QueryBoundary query={channels}>
        {(found) => (
          <>
            {found.length === 0 && <p className={classes.empty}>{t('channels.none')}</p>}
            <ul className={classes.rows}>
              {found.map((channel) => (
                <ChannelRow key={channel.id} channel={channel} />
              ))}
            </ul>
          </>
        )}
      </QueryBoundary>
      {isAdmin ? <AddChannel /> : <p className={classes.empty}>{t('channels.onlyAdmins')}</p>}
    </Panel>
  );
}

function ChannelRow({ channel }: { channel: Channel }) {
  const isAdmin = useIsAdmin();
  const mayEdit = useMayEdit();
  const { test, remove, switchOn } = useChannelChanges();
  const error = test.error ?? remove.error ?? switchOn.error;
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span className={classes.name}>{channel.name}</span>
        <p className={classes.quiet}>
          {t(`channelKind.${channel.kind}`)}
          {channel.format === 'CLOUDEVENTS' && ` (${t('channels.format.CLOUDEVENTS')})`} {'\u00b7'} {channel.target}
        </p>
        {channel.trouble && <p className={classes.warning}>{channel.trouble}</p>}
        <p role="status" className={classes.quiet}>
          {test.isSuccess && t('channels.tested', { name: channel.name })}
        </p>
      </div>
      <div className={classes.actions}>
        {!channel.enabled && <Chip tone="warning">{t('channels.off')}</Chip>}
        {!channel.enabled && isAdmin && (
          <Button variant="default" onClick={() => switchOn.mutate(channel.id)}>
            {t('channels.turnOn')}
          </Button>
        )}
        {mayEdit && (
          <Button
            variant="default"
            loading={test.isPending}
            aria-label={t('channels.testLabel', { name: channel.name })}
            onClick={() => test.mutate(channel.id)}
          >
            {t('channels.test')}
          </Button>
        )}
        {isAdmin && (
          <Button
            variant="subtle"
            color="red"
            aria-label={t('channels.remove', { name: channel.name })}
            onClick={() => remove.mutate(channel.id)}
          >
            {t('action.remove')}
          </Button>
        )}
      </div>
      {error && <ProblemNotice error={error} />}
    </li>
  );
}

function AddChannel() {
  const [kind, setKind] = useState<ChannelKind>('EMAIL');
  const [name, setName] = useState('');
  const [target, setTarget] = useState('');
  const [format, setFormat] = useState<ChannelFormat>('STANDARD');
  const { add } = useChannelChanges();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { name, kind, target, format: kind === 'WEBHOOK' ? format : null },
      {
        onSuccess: () => {
          setName('');
          setTarget('');
        },
      },
    );
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <div className={classes.fields}>
        <Labelled label={t('channels.kind')}>
          <Select
            label={t('channels.kind')}
            value={kind}
            options={kinds.map((value) => ({ value, label: t(`channelKind.${value}`) }))}
            onChange={(next = 'EMAIL') => setKind(next)}
          />
        </Labelled>
        <TextInput
          required
          maxLength={100}
          label={t('channels.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          required
          maxLength={2000}
          autoComplete="off"
          label={t(`channels.target.${kind}`)}
          description={t(`channels.targetHelp.${kind}`)}
          value={target}
          onChange={(event) => setTarget(event.currentTarget.value)}
        />
        {kind === 'WEBHOOK' && (
          <Labelled label={t('channels.format')}>
            <Select
              label={t('channels.format')}
              value={format}
              options={formats.map((value) => ({ value, label: t(`channels.format.${value}`) }))}
              onChange={(next = 'STANDARD') => setFormat(next)}
            />
          </Labelled>
        )}
      </div>
      {add.error && <ProblemNotice error={add.error} />}
      {add.data?.secret && (
        <div role="status">
          {t('channels.secret', { name: add.data.name })} <code className={classes.secret}>{add.data.secret}</code>
        </div>
      )}
      <div className={classes.actions}>
        <Button type="submit" variant="default" loading={add.isPending}>
          {t('channels.add')}
        </Button>
      </div>
    </form>
  );
}
