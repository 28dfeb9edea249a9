import { en } from './en';
import { providers } from './en-providers';
import { settings } from './en-settings';
import { translator } from './translate';

/** Texts of all settings screens and those every screen may need. */
export const t = translator({ ...en, ...providers, ...settings });
