import { en } from '../../shared/i18n/en';
import { competitors } from '../../shared/i18n/en-competitors';
import { dossier } from '../../shared/i18n/en-dossier';
import { outcomes } from '../../shared/i18n/en-outcomes';
import { prices } from '../../shared/i18n/en-prices';
import { sources } from '../../shared/i18n/en-sources';
import { translator } from '../../shared/i18n/translate';

/** Texts about competitors and those every screen may need. */
export const t = translator({ ...en, ...outcomes, ...competitors, ...dossier, ...prices, ...sources });
