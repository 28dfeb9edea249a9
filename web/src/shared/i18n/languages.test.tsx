import { screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { operator } from '../../test/operation-fixtures';
import { renderApp } from '../../test/render';
import { http, server } from '../../test/server';
import { words as german } from './de';
import { operations as germanOperations } from './de-operations';
import { shell as germanShell } from './de-shell';
import { welcome as germanWelcome } from './de-welcome';
import type { Message } from './en';
import { en } from './en';
import { operations } from './en-operations';
import { savedViews } from './en-saved-views';
import { search } from './en-search';
import { triage } from './en-triage';
import { welcome } from './en-welcome';
import { words as pseudo } from './pseudo';
import { speak, t } from './translate';

const proven: Record<string, Message> = { ...germanShell, ...germanOperations, ...germanWelcome };
const texts = (message: Message) => (typeof message === 'string' ? [message] : [message.one, message.other]);
const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

afterEach(() => speak('en', (_, message) => message));

/** The catalogues of the screens, by file: what a key means must not depend on the screen. */
const catalogues = import.meta.glob<Record<string, Record<string, Message>>>('./en-*.ts', { eager: true });

const english: Record<string, Message> = Object.assign(
  {},
  en,
  ...Object.values(catalogues).flatMap((module) => Object.values(module)),
);

test('no key has two meanings', () => {
  const known = new Map<string, string>();
  const clashes: string[] = [];
  for (const [file, module] of Object.entries(catalogues)) {
    for (const [key, message] of Object.values(module).flatMap((catalogue) => Object.entries(catalogue))) {
      const text = JSON.stringify(message);
      if ((known.get(key) ?? text) !== text) clashes.push(`${file}: ${key}`);
      known.set(key, text);
    }
  }
  for (const [key, message] of Object.entries(en)) {
    if ((known.get(key) ?? JSON.stringify(message)) !== JSON.stringify(message)) clashes.push(`en.ts: ${key}`);
  }

  expect(clashes).toEqual([]);
});

test.each(Object.entries(proven))('German for %s fits its English', (key, message) => {
  const original = english[key];

  expect(original, 'there is such a key').toBeDefined();
  expect(typeof message).toBe(typeof original);
  const wanted = names(texts(original ?? '').at(-1) ?? '');
  expect(names(texts(message).at(-1) ?? '')).toEqual(wanted);
});

test('the shell, the inbox and operations are German to the last word', () => {
  const shown = Object.keys({ ...operations, ...savedViews, ...search, ...welcome }).concat(
    Object.keys(en).filter((key) => /^(nav|live|theme|watch|time|every|inbox|filter|severity|category)\./.test(key)),
    Object.keys(triage).filter((key) => /^(triage|triageTo|triaged|bulk|until)\b/.test(key)),
  );

  expect(shown.filter((key) => !(key in proven))).toEqual([]);
});

test('plurals and numbers follow the language', () => {
  speak('de', german);

  expect(t('inbox.waiting', { count: 1 })).toBe('1 neues Signal');
  expect(t('inbox.waiting', { count: 3 })).toBe('3 neue Signale');
});

test('the pseudo-language is two fifths longer, keeps its values and shows its ends', () => {
  speak('en', pseudo);
  const text = t('evidence.captured');

  expect(text).toMatch(/^\[.*\]$/);
  expect(text.length).toBeGreaterThanOrEqual('Captured'.length * 1.4);
  expect(t('inbox.waiting', { count: 3 })).toContain('3 ');
});

test('screens that load after the language was chosen speak it', async () => {
  speak('de', german);
  server.use(http.get('/api/v1/session', ({ response }) => response(200).json(operator)));
  renderApp('/');

  expect(await screen.findByRole('heading', { level: 1, name: 'Eingang' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Betrieb' })).toBeVisible();
  expect(screen.getByRole('link', { name: /Wettbewerber$/ })).toBeVisible();
});
