import { type CSSVariablesResolver, createTheme } from '@mantine/core';

/** Our tokens on Mantine's parts: one accent, hairlines instead of shadows, surfaces that are ours in both schemes. */
export const theme = createTheme({
  fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontFamilyMonospace: 'var(--ciq-mono)',
  primaryColor: 'iq',
  primaryShade: { light: 6, dark: 5 },
  defaultRadius: 4,
  focusRing: 'auto',
  cursorType: 'pointer',
  colors: {
    iq: ['#eef0fd', '#dfe3fb', '#c3caf7', '#a4aef2', '#95a1ff', '#5261e4', '#3c4cc9', '#3340ab', '#2a358d', '#212a6f'],
  },
  components: {
    // Named, not imported: the parts themselves come with the first screen that shows one.
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { size: 28, variant: 'subtle', color: 'gray' } },
  },
});

const surfaces = {
  '--mantine-color-body': 'var(--ciq-bg)',
  '--mantine-color-text': 'var(--ciq-text)',
  '--mantine-color-dimmed': 'var(--ciq-text-3)',
  '--mantine-color-placeholder': 'var(--ciq-text-3)',
  '--mantine-color-error': 'var(--ciq-danger)',
  // White words on it reach 5.9 : 1 in both schemes.
  '--mantine-color-red-filled': '#c92a2a',
  '--mantine-color-red-filled-hover': '#b02525',
  '--mantine-color-default': 'var(--ciq-surface)',
  '--mantine-color-default-hover': 'var(--ciq-surface-2)',
  '--mantine-color-default-color': 'var(--ciq-text)',
  '--mantine-color-default-border': 'var(--ciq-border-strong)',
  // Fields take their edge and their ground from these two scales.
  '--mantine-color-gray-4': 'var(--ciq-border-strong)',
  '--mantine-color-dark-4': 'var(--ciq-border-strong)',
  '--mantine-color-dark-6': 'var(--ciq-surface)',
  '--mantine-color-disabled': 'var(--ciq-surface-2)',
  '--mantine-color-disabled-color': 'var(--ciq-text-3)',
  '--mantine-color-gray-light-color': 'var(--ciq-text-2)',
  '--mantine-color-gray-light-hover': 'var(--ciq-surface-2)',
  '--mantine-color-iq-light-color': 'var(--ciq-accent)',
  '--mantine-color-iq-light-hover': 'var(--ciq-accent-soft)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: surfaces, dark: surfaces });
