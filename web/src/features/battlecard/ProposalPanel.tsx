import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { BattlecardClaim, BattlecardProposal } from '../../shared/api/types';
import { Chip } from '../../shared/ui/Chip';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { useProposalChanges } from './changes';
import classes from './Editor.module.css';
import { battlecardQueries } from './queries';
import { Sources } from './Sections';
import { t } from './words';

type Props = { cardId: string; sectionId: string; title: string; isDirty: boolean };

/** What a model, or the rules, would change in a section: a diff per claim, each for a person to say yes or no to. */
export function ProposalPanel({ cardId, sectionId, title, isDirty }: Props) {
  const proposals = useQuery(battlecardQueries.proposals(cardId));
  const model = useQuery(battlecardQueries.model());
  const changes = useProposalChanges(cardId);
  const newest = proposals.data?.find((each) => each.sectionId === sectionId);
  const isAsking = changes.ask.isPending || newest?.state === 'PENDING';
  const ask = (byRules: boolean) => () => changes.ask.mutate({ sectionId, byRules });
  return (
    <div className={classes.parts}>
      <div className={classes.actions}>
        <Button
          variant="default"
          disabled={isDirty}
          loading={isAsking}
          aria-label={t('proposal.askOf', { title })}
          onClick={ask(false)}
        >
          {t('proposal.ask')}
        </Button>
        {model.data?.configured && (
          <Button
            variant="subtle"
            disabled={isDirty || isAsking}
            aria-label={t('proposal.byRulesOf', { title })}
            onClick={ask(true)}
          >
            {t('proposal.byRules')}
          </Button>
        )}
        {isDirty && newest && <span className={classes.quiet}>{t('proposal.saveFirst')}</span>}
      </div>
      {changes.ask.error && <ProblemNotice error={changes.ask.error} />}
      {changes.decide.error && <ProblemNotice error={changes.decide.error} />}
      {newest && (
        <ProposalView
          proposal={newest}
          title={title}
          isLocked={isDirty || changes.decide.isPending}
          onDecide={(claimId, decision) => changes.decide.mutate({ proposalId: newest.id, claimId, decision })}
        />
      )}
    </div>
  );
}

type ViewProps = {
  proposal: BattlecardProposal;
  title: string;
  isLocked: boolean;
  onDecide: (claimId: string, decision: 'ACCEPTED' | 'REFUSED') => void;
};

function ProposalView({ proposal, title, isLocked, onDecide }: ViewProps) {
  const { state, origin, model, claims, droppedClaims } = proposal;
  return (
    <section className={classes.proposal} aria-label={t('proposal.of', { title })}>
      <p role="status">
        <strong>{t('proposal.title')}</strong>{' '}
        <span className={classes.quiet}>
          {origin === 'MODEL' ? t('proposal.MODEL', { model: model ?? '' }) : t('proposal.RULES')} {'\u00b7'}{' '}
          <RelativeTime at={proposal.createdAt} />
        </span>
      </p>
      <p className={state === 'FAILED' ? undefined : classes.quiet}>
        {state === 'PENDING' ? `${t('proposal.pending')}. ${proposal.reason}` : proposal.reason}
      </p>
      {droppedClaims > 0 && (
        <p>
          <Chip tone="warning">{t('proposal.dropped', { count: droppedClaims })}</Chip>
        </p>
      )}
      {claims.length > 0 && (
        <ul className={classes.list}>
          {claims.map((claim) => (
            <ClaimRow key={claim.id} claim={claim} isLocked={isLocked} onDecide={onDecide} />
          ))}
        </ul>
      )}
    </section>
  );
}

type ClaimProps = { claim: BattlecardClaim } & Pick<ViewProps, 'isLocked' | 'onDecide'>;

function ClaimRow({ claim, isLocked, onDecide }: ClaimProps) {
  const short = claim.text.slice(0, 60);
  return (
    <li>
      <p className={classes.diff}>
        {claim.before && <del>{claim.before}</del>}
        {claim.act === 'DROP' ? <span>{claim.text}</span> : <ins>{claim.text}</ins>}
      </p>
      <span className={classes.actions}>
        <Chip>{t(`claim.${claim.act}`)}</Chip>
        {claim.inference && <Chip tone="info">{t('proposal.inference')}</Chip>}
        <Sources citations={claim.citations} />
        {claim.decision === 'OPEN' ? (
          <>
            <Button
              variant="default"
              disabled={isLocked}
              aria-label={t('proposal.acceptOf', { text: short })}
              onClick={() => onDecide(claim.id, 'ACCEPTED')}
            >
              {t('proposal.accept')}
            </Button>
            <Button
              variant="subtle"
              disabled={isLocked}
              aria-label={t('proposal.refuseOf', { text: short })}
              onClick={() => onDecide(claim.id, 'REFUSED')}
            >
              {t('proposal.refuse')}
            </Button>
          </>
        ) : (
          <Chip tone={claim.decision === 'ACCEPTED' ? 'success' : 'neutral'}>{t(`claim.${claim.decision}`)}</Chip>
        )}
      </span>
    </li>
  );
}
