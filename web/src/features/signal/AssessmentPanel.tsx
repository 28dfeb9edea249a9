import { useQuery } from '@tanstack/react-query';
import type { Assessment, Evidence, SignalBrief } from '../../shared/api/types';
import { Chip } from '../../shared/ui/Chip';
import { Panel } from '../../shared/ui/Panel';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import classes from './AssessmentPanel.module.css';
import { BriefNote } from './BriefNote';
import { signalQueries } from './queries';
import { t } from './words';

type Props = { assessment: Assessment | null; evidence: Evidence[]; brief: SignalBrief | undefined };

/** What a language model makes of the signal, or honestly why there is nothing, and then what the rules make of it. */
export function AssessmentPanel({ assessment, evidence, brief }: Props) {
  const written = assessment?.state === 'DONE';
  return (
    <Panel title={t('assessment.title')} note={written && t('assessment.note')}>
      {assessment ? <Words assessment={assessment} evidence={evidence} /> : <NoAssessment />}
      {brief && !written && <BriefNote brief={brief} />}
    </Panel>
  );
}

function Words({ assessment, evidence }: { assessment: Assessment; evidence: Evidence[] }) {
  switch (assessment.state) {
    case 'PENDING':
      return (
        <div className={classes.stack}>
          <Chip>{t('assessmentState.PENDING')}</Chip>
          <p className={classes.quiet}>{assessment.reason ?? t('assessment.pending')}</p>
        </div>
      );
    case 'SKIPPED':
      return <NoAssessment reason={assessment.reason} />;
    case 'FAILED':
      return (
        <div className={classes.stack}>
          <Chip tone="danger">{t('assessment.failed')}</Chip>
          <p className={classes.quiet}>{assessment.reason ?? t('assessment.failedBody')}</p>
        </div>
      );
    case 'DONE':
      return <Done assessment={assessment} evidence={evidence} />;
    default:
      return assessment.state satisfies never;
  }
}

function NoAssessment({ reason }: { reason?: string | null | undefined }) {
  const model = useQuery(signalQueries.model());
  const unconfigured = model.data?.configured === false;
  const why = reason ?? (unconfigured ? (model.data?.reason ?? t('assessment.noModel')) : t('assessment.none'));
  const settings = why.match(/\bCIQ_\w+/g);
  return (
    <div className={classes.stack}>
      <Chip>{t('assessmentState.SKIPPED')}</Chip>
      <p className={classes.quiet}>{settings ? t('assessment.noModel') : why}</p>
      <p className={classes.quiet}>{t('assessment.factsStand')}</p>
      {settings && <p className={classes.settings}>{t('assessment.connect', { settings: settings.join(' and ') })}</p>}
    </div>
  );
}

function Done({ assessment, evidence }: { assessment: Assessment; evidence: Evidence[] }) {
  const numbers = new Map(evidence.map((quote, index) => [quote.id, index + 1]));
  return (
    <div className={classes.stack}>
      {assessment.headline && <p className={classes.headline}>{assessment.headline}</p>}
      {assessment.whyItMatters && <p>{assessment.whyItMatters}</p>}
      <ol className={classes.claims}>
        {(assessment.claims ?? []).map((claim) => (
          <li key={claim.text}>
            {claim.text} {claim.kind === 'INFERENCE' && <Chip>{t('claim.INFERENCE')}</Chip>}{' '}
            <Citations ids={claim.evidenceIds} numbers={numbers} />
          </li>
        ))}
      </ol>
      {assessment.relevant === false && assessment.noiseReason && (
        <p className={classes.quiet}>{t('assessment.noise', { why: assessment.noiseReason })}</p>
      )}
      {assessment.insufficientEvidence && <Chip tone="warning">{t('assessment.insufficient')}</Chip>}
      {(assessment.droppedClaims ?? 0) > 0 && (
        <p className={classes.quiet}>{t('assessment.dropped', { count: assessment.droppedClaims ?? 0 })}</p>
      )}
      <p className={classes.meta}>
        {assessment.confidence && (
          <Chip tone={assessment.confidence === 'LOW' ? 'warning' : 'neutral'}>
            {t(`confidence.${assessment.confidence}`)}
          </Chip>
        )}
        {assessment.model && <span>{assessment.model}</span>}
        {assessment.at && <RelativeTime at={assessment.at} />}
      </p>
    </div>
  );
}

function Citations({ ids, numbers }: { ids: string[]; numbers: Map<string, number> }) {
  const cited = ids.filter((id) => numbers.has(id));
  if (cited.length === 0) return <Chip tone="warning">{t('assessment.unsupported')}</Chip>;
  return cited.map((id) => (
    <a
      key={id}
      className={classes.citation}
      href={`#evidence-${id}`}
      aria-label={t('assessment.citation', { number: numbers.get(id) ?? 0 })}
    >
      {numbers.get(id)}
    </a>
  ));
}
