import { en } from '../../shared/i18n/en';
import { audit } from '../../shared/i18n/en-audit';
import { translator } from '../../shared/i18n/translate';

/** Texts of the audit log and those every screen may need. */
export const t = translator({ ...en, ...audit });

/** An action that has no words here yet is shown by its own. */
export function actionName(action: string): string {
  const key = `auditAction.${action}`;
  return key in audit ? t(key as keyof typeof audit & `auditAction.${string}`) : sentence(action);
}

function sentence(action: string): string {
  return action.charAt(0) + action.slice(1).toLowerCase().replaceAll('_', ' ');
}
