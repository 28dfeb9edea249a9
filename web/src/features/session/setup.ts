import * as v from 'valibot';
import { t } from './words';

const schema = v.object({
  workspaceName: v.pipe(v.string(), v.trim(), v.minLength(1, t('setup.workspaceMissing')), v.maxLength(200)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1, t('setup.nameMissing')), v.maxLength(200)),
  email: v.pipe(v.string(), v.trim(), v.email(t('setup.emailWrong'))),
  password: v.pipe(v.string(), v.minLength(12, t('setup.passwordShort'))),
});

type SetupValues = v.InferInput<typeof schema>;

/** What to say before the gateway is asked; the gateway has the last word. */
export function setupErrors(values: SetupValues): Partial<Record<keyof SetupValues, string>> {
  const result = v.safeParse(schema, values);
  if (result.success) return {};
  const errors: Partial<Record<keyof SetupValues, string>> = {};
  for (const issue of result.issues) {
    const name = issue.path?.[0]?.key as keyof SetupValues | undefined;
    if (name) errors[name] ??= issue.message;
  }
  return errors;
}
