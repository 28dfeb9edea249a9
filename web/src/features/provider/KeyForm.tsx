import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Provider } from '../../shared/api/types';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import classes from './Providers.module.css';
import { useProviderChanges } from './queries';
import { t } from './words';

/** A key goes in and never comes out again. */
export function KeyForm({ provider }: { provider: Provider }) {
  const [key, setKey] = useState('');
  const { storeKey } = useProviderChanges(provider);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    storeKey.mutate(key.trim(), { onSuccess: () => setKey('') });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        type="password"
        required
        minLength={8}
        maxLength={500}
        autoComplete="off"
        label={t('providers.key', { name: provider.name })}
        description={t('providers.keyHelp')}
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      {storeKey.error && <ProblemNotice error={storeKey.error} />}
      <div className={classes.actions}>
        <Button type="submit" loading={storeKey.isPending}>
          {t('providers.saveKey')}
        </Button>
        {provider.state !== 'MISSING' && <RemoveKey provider={provider} />}
      </div>
    </form>
  );
}

function RemoveKey({ provider }: { provider: Provider }) {
  const [asked, setAsked] = useState(false);
  const { removeKey } = useProviderChanges(provider);
  if (!asked) {
    return (
      <Button variant="subtle" color="red" onClick={() => setAsked(true)}>
        {t('providers.removeKey')}
      </Button>
    );
  }
  return (
    <div role="alert">
      <p>{t('providers.removeSure', { name: provider.name })}</p>
      {removeKey.error && <ProblemNotice error={removeKey.error} />}
      <div className={classes.actions}>
        <Button color="red" loading={removeKey.isPending} onClick={() => removeKey.mutate()}>
          {t('providers.removeKey')}
        </Button>
        <Button variant="default" onClick={() => setAsked(false)}>
          {t('providers.keep')}
        </Button>
      </div>
    </div>
  );
}
