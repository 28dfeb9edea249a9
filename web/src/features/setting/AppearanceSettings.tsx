import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { type Appearance, setAppearance, useAppearance } from '../../shared/appearance/appearance';
import { chooseLocale, chosenLocale, type Locale } from '../../shared/i18n/locale';
import { t } from '../../shared/i18n/settings-words';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import classes from './Settings.module.css';

/** How the dashboard looks to whoever uses this browser. */
export function AppearanceSettings() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { density, diff, motion, nav } = useAppearance();
  return (
    <>
      <PageHeader title={t('appearance.title')} />
      <p className={classes.lead}>{t('appearance.lead')}</p>
      <Panel title={t('appearance.title')}>
        <div className={classes.choices}>
          <Choice
            label={t('appearance.theme')}
            value={colorScheme}
            options={(['auto', 'light', 'dark'] as const).map((value) => [value, t(`appearance.theme.${value}`)])}
            onChange={(value: MantineColorScheme) => setColorScheme(value)}
          />
          <Choice
            label={t('appearance.density')}
            value={density}
            options={(['comfortable', 'compact'] as const).map((value) => [value, t(`appearance.density.${value}`)])}
            onChange={(value: Appearance['density']) => setAppearance({ density: value })}
          />
          <Choice
            label={t('appearance.diff')}
            value={diff}
            options={(['greenRed', 'blueOrange'] as const).map((value) => [value, t(`appearance.diff.${value}`)])}
            onChange={(value: Appearance['diff']) => setAppearance({ diff: value })}
          />
          <p className={classes.sample}>
            <span className="sr-only">{t('appearance.sample')}: </span>
            <del>
              Pro <b>$49</b>
            </del>{' '}
            <ins>
              Pro <b>$59</b>
            </ins>
          </p>
          <Choice
            label={t('appearance.motion')}
            value={motion}
            options={(['system', 'reduce'] as const).map((value) => [value, t(`appearance.motion.${value}`)])}
            onChange={(value: Appearance['motion']) => setAppearance({ motion: value })}
          />
          <Choice
            label={t('appearance.nav')}
            value={nav}
            options={(['wide', 'narrow'] as const).map((value) => [value, t(`appearance.nav.${value}`)])}
            onChange={(value: Appearance['nav']) => setAppearance({ nav: value })}
          />
          <Choice
            label={t('appearance.locale')}
            value={chosenLocale()}
            options={[
              ['en', 'English'],
              ['de', 'Deutsch'],
            ]}
            onChange={(value: Locale) => {
              chooseLocale(value);
              window.location.reload();
            }}
          />
          <p className={classes.quiet}>{t('appearance.localeHelp')}</p>
        </div>
        <p className={classes.note}>
          {t('appearance.keys')} <Link to="/settings/shortcuts">{t('settings.shortcuts')}</Link>
        </p>
      </Panel>
    </>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: [value: Value, label: string][];
  onChange: (value: Value) => void;
};

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={classes.choice}>
      <legend>{label}</legend>
      {options.map(([option, words]) => (
        <label key={option} className={classes.check}>
          <input type="radio" name={name} checked={value === option} onChange={() => onChange(option)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
