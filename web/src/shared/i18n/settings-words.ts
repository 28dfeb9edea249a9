import { en } from './en';
import { settings } from './en-settings';
import { translator } from './translate';

/** Texts of all settings screens and those every screen may need. */
export const t = translator({ ...en, ...settings });
