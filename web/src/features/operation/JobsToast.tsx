import { Toast } from '../../shared/ui/Toast';
import type { JobsTold } from './use-job-acts';
import { t } from './words';

export function JobsToast({ told }: { told: JobsTold | null }) {
  if (!told) return <Toast>{null}</Toast>;
  return (
    <Toast tone={told.refused > 0 ? 'danger' : 'plain'}>
      {told.done > 0 && <span>{t(`jobDid.${told.act}`, { count: told.done })}</span>}
      {told.refused > 0 && <span>{t('jobDid.refused', { count: told.refused, why: told.why })}</span>}
    </Toast>
  );
}
