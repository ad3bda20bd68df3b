import { type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { formatIban } from '../../../src-shared/locales/formatters.ts';
import { type Cents, cents, negateCents } from '../../../src-shared/money.ts';
import { call } from '../../backend/client.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { EvidenceLine, EvidenceList } from '../../ui/EvidenceLine.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './Bank.module.css';

type Line = OutputOf<'bank.moneyBack'>['lines'][number];
type Claim = { readonly entryId: number; readonly customerId: number; readonly cents: Cents };

/** Returns and refunds that wait for a decision, each with what it turns back or is set against. */
export function MoneyBackPanel({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useText();
  const list = useCall('bank.moneyBack', {});
  const [claim, setClaim] = useState<Claim | null>(null);
  return (
    <SidePanel title={t('cash.back.title')} sub={t('cash.back.sub')} onClose={onClose}>
      {claim !== null && <CostsClaim claim={claim} onDone={() => setClaim(null)} />}
      <QueryView query={list}>
        {({ lines }) =>
          lines.length === 0 ? (
            <p className="ink-2">{t('cash.back.none')}</p>
          ) : (
            <ul className={css['assigned']}>
              {lines.map((line) => (
                <BackLine key={line.bankEntryId} line={line} onClaim={setClaim} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </SidePanel>
  );
}

function CostsClaim({ claim, onDone }: { readonly claim: Claim; readonly onDone: () => void }): ReactElement {
  const { t, format } = useText();
  const book = useMutationCall('bank.claimReturnCosts');
  return (
    <Notice
      tone="amber"
      title={t('cash.back.claimTitle', { cents: format.amount(claim.cents) })}
      actions={
        <>
          <Button
            size="sm"
            busy={book.isPending}
            onClick={() =>
              book.mutate(claim, {
                onSuccess: ({ number }) => {
                  showToast({ message: t('cash.back.claimed', { number }) });
                  onDone();
                },
              })
            }
          >
            {t('cash.back.claim')}
          </Button>
          <Button size="sm" variant="text" onClick={onDone}>
            {t('cash.back.noClaim')}
          </Button>
        </>
      }
    />
  );
}

function BackLine({ line, onClaim }: { readonly line: Line; readonly onClaim: (claim: Claim) => void }): ReactElement {
  const { t, format } = useText();
  const amount = (value: Cents): string => format.amount(value, line.currency);
  return (
    <li>
      <div className={css['assignedTop']}>
        <span>{line.customerName ?? line.counterName ?? t('bank.list.unknownPayer')}</span>
        <span className="num">{amount(line.amount)}</span>
      </div>
      <p className={css['assignedDetail']}>
        {format.date(line.bookDate, 'medium')} {line.counterIban !== null && formatIban(line.counterIban)}
      </p>
      {line.text !== '' && <p className={css['assignedDetail']}>{line.text.slice(0, 300)}</p>}
      {line.returnReason !== null && <p className={css['assignedDetail']}>{t('cash.back.reason', { reason: line.returnReason })}</p>}
      {line.returns.map((candidate) => (
        <Return key={candidate.bankEntryId} line={line} candidate={candidate} onClaim={onClaim} />
      ))}
      <Refunds line={line} />
      {line.returns.length === 0 && line.refunds.length === 0 && <p className="ink-2 small">{t('cash.back.noMatch')}</p>}
    </li>
  );
}

type ReturnProps = { readonly line: Line; readonly candidate: Line['returns'][number]; readonly onClaim: (claim: Claim) => void };

function Return({ line, candidate, onClaim }: ReturnProps): ReactElement {
  const { t, format } = useText();
  const book = useMutationCall('bank.bookReturn');
  const bookIt = (): void =>
    book.mutate(
      { bankEntryId: line.bankEntryId, returnedBankEntryId: candidate.bankEntryId },
      {
        onSuccess: ({ entryIds, reopened, claim }) => {
          showToast({ message: t('cash.back.bookedReturn', { count: reopened.length }), undo: () => void call('bank.undoAllocation', { entryIds }) });
          const [entryId] = entryIds;
          if (claim !== null && entryId !== undefined) onClaim({ entryId, ...claim });
        },
      },
    );
  return (
    <div className={css['backChoice']}>
      <p className="small">
        {t('cash.back.returns')}: <strong className="num">{format.amount(candidate.amount, line.currency)}</strong> {format.date(candidate.bookDate, 'medium')}, {candidate.counterName ?? '–'}
        {candidate.documents.length > 0 && `, ${format.list(candidate.documents.slice(0, 5).map(({ number }) => number))}`}
      </p>
      <EvidenceList>
        {candidate.evidence.map((reason) => (
          <EvidenceLine key={`${reason.code} ${JSON.stringify(reason.params)}`} side="for">
            {format.reason(reason)}
          </EvidenceLine>
        ))}
      </EvidenceList>
      <Button size="sm" busy={book.isPending} onClick={bookIt}>
        {t('cash.back.book')}
      </Button>
    </div>
  );
}

/** Takes the sources in their order until the refund is covered. */
function covered(line: Line): { readonly kind: 'document' | 'receipt'; readonly id: number; readonly cents: Cents }[] {
  let left: number = negateCents(line.amount);
  return line.refunds.flatMap(({ kind, id, available }) => {
    const taken = Math.min(left, available);
    left -= Math.max(0, taken);
    return taken > 0 ? [{ kind, id, cents: cents(taken) }] : [];
  });
}

function Refunds({ line }: { readonly line: Line }): ReactElement | null {
  const { t, format } = useText();
  const book = useMutationCall('bank.bookRefund');
  if (line.refunds.length === 0) return null;
  return (
    <div className={css['backChoice']}>
      <p className="small">{t('cash.back.refunds')}:</p>
      <ul className={css['backSources']}>
        {line.refunds.slice(0, 5).map((source) => (
          <li key={`${source.kind} ${source.id}`}>
            {source.customerName}, {source.label} <span className="num">{format.amount(source.available, line.currency)}</span>
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        busy={book.isPending}
        onClick={() =>
          book.mutate(
            { bankEntryId: line.bankEntryId, sources: covered(line) },
            { onSuccess: ({ entryIds }) => showToast({ message: t('cash.back.bookedRefund'), undo: () => void call('bank.undoAllocation', { entryIds }) }) },
          )
        }
      >
        {t('cash.back.bookRefund')}
      </Button>
    </div>
  );
}
