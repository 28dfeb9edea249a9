import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { t } from '../i18n/translate';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import classes from './AddCompetitorField.module.css';

/** The shortest way in: an address, one button, and the discovery starts. */
export function AddCompetitorField() {
  const navigate = useNavigate();
  const [url, setUrl] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (url.trim()) void navigate({ to: '/competitors/new', search: { url: url.trim() } });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        className={classes.field ?? ''}
        aria-label={t('discovery.url')}
        placeholder="example.com"
        inputMode="url"
        autoComplete="url"
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <Button type="submit" size="sm">
        {t('discovery.find')}
      </Button>
    </form>
  );
}
