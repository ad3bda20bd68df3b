import { Menu, Modal } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { EvidenceLine, EvidenceList } from '../../ui/EvidenceLine.tsx';
import { ReasonModal } from '../../ui/ReasonModal.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { Section } from '../../ui/Section.tsx';
import { ClaimTable } from './ClaimTable.tsx';
import { CustomerLawForm } from './CustomerLawForm.tsx';
import { DeadlineTable } from './DeadlineTable.tsx';
import css from './Law.module.css';
import type { Claims, ClaimTarget, LawAmountShown } from './lawTypes.ts';
import { useDecision } from './useDecision.ts';
import { WorkingTable } from './WorkingTable.tsx';

type Shown = { readonly kind: 'agreements' } | { readonly kind: 'waive'; readonly target: ClaimTarget } | { readonly kind: 'working'; readonly title: string; readonly amount: LawAmountShown };

/** What the law adds to what a customer owes: computed beside the ledger, with its working, until it is waived, kept or booked. */
export function LawSection({ customerId }: { readonly customerId: number }): ReactElement {
  const claims = useCall('law.claims', { customerId });
  return <QueryView query={claims}>{(data) => <ClaimSection customerId={customerId} claims={data} />}</QueryView>;
}

function ClaimSection({ customerId, claims }: { readonly customerId: number; readonly claims: Claims }): ReactElement {
  const { t, format } = useText();
  const [shown, setShown] = useState<Shown | null>(null);
  const run = useDecision(customerId);
  // Waiving gives something away: it is done with a reason, the rest at once and with undo.
  const decide: Decide = (target, decision) => (decision === 'waive' ? setShown({ kind: 'waive', target }) : run(target, decision, ''));
  const hasClaims = claims.rows.length > 0 || claims.costs.claimCents > 0 || claims.costs.bookedCents > 0;
  const title = shown === null || shown.kind === 'waive' ? '' : shown.kind === 'agreements' ? t('law.customer.title') : shown.title;
  return (
    <Section
      title={t('law.title')}
      rule={false}
      {...(claims.totalCents > 0 && { aside: t('law.aside', { total: format.amount(claims.totalCents) }) })}
      actions={<SectionMenu claims={claims} onDecide={decide} onAgreements={() => setShown({ kind: 'agreements' })} />}
    >
      {hasClaims ? (
        <>
          <ClaimTable claims={claims} onDecide={decide} onWorking={(of, amount) => setShown({ kind: 'working', title: of, amount })} />
          <BookButtons claims={claims} onDecide={decide} />
        </>
      ) : (
        <p className={css['note']}>{t('law.none')}</p>
      )}
      <NoticeFirst claims={claims} onAgreements={() => setShown({ kind: 'agreements' })} />
      <Doubts claims={claims} hasClaims={hasClaims} />
      <DeadlineTable claims={claims} />
      {shown?.kind === 'waive' && (
        <ReasonModal
          title={t(shown.target.what === 'costs' ? 'law.reason.costs' : 'law.reason.interest')}
          lead={t('law.reason.lead')}
          label={t('law.reason.why')}
          confirm={t('law.action.waive')}
          isBusy={false}
          onSave={(reason) => {
            run(shown.target, 'waive', reason);
            setShown(null);
          }}
          onClose={() => setShown(null)}
        />
      )}
      <Modal opened={shown !== null && shown.kind !== 'waive'} onClose={() => setShown(null)} size={shown?.kind === 'working' ? 900 : 520} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {shown?.kind === 'working' && <WorkingTable amount={shown.amount} asOf={claims.asOf} />}
        {shown?.kind === 'agreements' && <CustomerLawForm customerId={customerId} law={claims.customerLaw} onClose={() => setShown(null)} />}
      </Modal>
    </Section>
  );
}

type Decide = (target: ClaimTarget, decision: 'waive' | 'keep' | 'book') => void;
type Deciding = { readonly claims: Claims; readonly onDecide: Decide };
const allInterest: ClaimTarget = { documentId: null, what: 'interest' };

function SectionMenu({ claims, onDecide, onAgreements }: Deciding & { readonly onAgreements: () => void }): ReactElement {
  const { t } = useText();
  const hasInterest = claims.rows.some((row) => row.state === 'claimed');
  const hasWaived = claims.rows.some((row) => row.state === 'waived');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton size="sm" icon={IconDots} label={t('law.action.more')} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onAgreements}>{t('law.action.agreements')}</Menu.Item>
        {hasInterest && <Menu.Item onClick={() => onDecide(allInterest, 'waive')}>{t('law.action.waiveAll')}</Menu.Item>}
        {hasWaived && <Menu.Item onClick={() => onDecide(allInterest, 'keep')}>{t('law.action.keepAll')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

function BookButtons({ claims, onDecide }: Deciding): ReactElement | null {
  const { t } = useText();
  const canBookInterest = claims.rows.some((row) => row.claimCents > 0 && row.notBefore === null);
  const canBookCosts = claims.costs.claimCents > 0 && claims.costs.notBefore === null;
  if (!canBookInterest && !canBookCosts) return null;
  return (
    <div className={`${css['actions'] ?? ''} no-print`}>
      {canBookInterest && (
        <Button size="sm" onClick={() => onDecide(allInterest, 'book')}>
          {t('law.action.bookInterest')}
        </Button>
      )}
      {canBookCosts && (
        <Button size="sm" onClick={() => onDecide({ documentId: null, what: 'costs' }, 'book')}>
          {t('law.action.bookCosts')}
        </Button>
      )}
    </div>
  );
}

/** What to do about a Dutch consumer who is not in default: nothing beside the invoices can be asked before that. */
function NoticeFirst({ claims, onAgreements }: { readonly claims: Claims; readonly onAgreements: () => void }): ReactElement | null {
  const { t } = useText();
  if (claims.country !== 'NL' || !claims.rows.some((row) => row.missing?.code === 'law-default-notice-needed')) return null;
  return (
    <div className={css['notice']}>
      <Notice
        tone="amber"
        title={t('law.noticeFirst.title')}
        actions={
          <Button size="sm" onClick={onAgreements}>
            {t('law.noticeFirst.agreed')}
          </Button>
        }
      >
        {t('law.noticeFirst.body')}
      </Notice>
    </div>
  );
}

const worst = (claims: Claims): LawAmountShown['confidence'] => {
  const all = [...claims.rows.filter((row) => row.interest.amountCents > 0).map((row) => row.interest.confidence), ...(claims.costs.amountCents > 0 ? [claims.costs.confidence] : [])];
  return all.includes('unconfirmed') ? 'unconfirmed' : all.includes('secondary') ? 'secondary' : 'confirmed';
};

/** Every doubt once, with how sure the amounts are; for a customer without claims only what explains why. */
function Doubts({ claims, hasClaims }: { readonly claims: Claims; readonly hasClaims: boolean }): ReactElement | null {
  const { t, format } = useText();
  const ofRows = claims.rows.flatMap((row) => [...row.interest.doubts, ...(row.missing === null ? [] : [row.missing]), ...(row.notBefore === null ? [] : [row.notBefore])]);
  const ofCosts = [...claims.costs.doubts, ...(claims.costs.notBefore === null || !hasClaims ? [] : [claims.costs.notBefore])];
  const sentences = [...new Set([...claims.notes, ...ofRows, ...ofCosts].map((doubt) => format.reason(doubt)))];
  const certainty = hasClaims ? [t(`law.confidence.${worst(claims)}`)] : [];
  if (sentences.length === 0 && certainty.length === 0) return null;
  return (
    <div className={css['doubts']}>
      {hasClaims && <p className={css['note']}>{t(claims.kind === 'trade' ? 'law.basisTrade' : 'law.basisConsumer')}</p>}
      <EvidenceList>
        {[...certainty, ...sentences].map((sentence, index) => (
          <EvidenceLine key={sentence} side={index === 0 && hasClaims && worst(claims) === 'confirmed' ? 'for' : 'caution'}>
            {sentence}
          </EvidenceLine>
        ))}
      </EvidenceList>
    </div>
  );
}
