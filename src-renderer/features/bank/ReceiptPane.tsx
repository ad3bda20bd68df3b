import { type ReactElement, useState } from 'react';
import { formatIban } from '../../../src-shared/locales/formatters.ts';
import { useToday } from '../../app/appState.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { EvidenceLine, EvidenceList } from '../../ui/EvidenceLine.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { useKeys } from '../../ui/useKeys.ts';
import { AllocationWork } from './AllocationWork.tsx';
import css from './Bank.module.css';
import type { ReceiptDetail } from './bankTypes.ts';
import { Proposals } from './Proposals.tsx';

/** One receipt: what the bank says, what it could belong to and why, and what a person makes of it. */
export function ReceiptPane({ bankEntryId, onDecided }: { readonly bankEntryId: number; readonly onDecided: () => void }): ReactElement {
  const { t } = useText();
  const detail = useCall('bank.candidates', { bankEntryId });
  return (
    <QueryView query={detail}>
      {(data) =>
        data.receipt.unmatched <= 0 ? <EmptyState title={t('bank.detail.gone')} body={t('bank.detail.choose')} /> : <Receipt detail={data} onDecided={onDecided} />
      }
    </QueryView>
  );
}

/** Other parts are another work sheet: after an undo elsewhere, the table shows what the chosen proposal says. */
const keyOf = (proposal: ReceiptDetail['proposals'][number] | undefined): string => (proposal?.parts ?? []).map((part) => `${part.documentId}:${part.cents}`).join(' ');

function Receipt({ detail, onDecided }: { readonly detail: ReceiptDetail; readonly onDecided: () => void }): ReactElement {
  const { t, format } = useText();
  const [chosen, setChosen] = useState(0);
  const { proposals } = detail;
  const proposal = proposals[Math.min(chosen, proposals.length - 1)];
  useKeys(
    'here',
    proposals.map((_, index) => ({ keys: String(index + 1), label: t('bank.keys.chooseProposal', { count: index + 1 }), run: () => setChosen(index) })),
  );
  return (
    <>
      <ReceiptFacts detail={detail} />
      {proposals.length > 0 ? (
        <Proposals proposals={proposals} chosen={Math.min(chosen, proposals.length - 1)} onChoose={setChosen} />
      ) : (
        <p className={css['why']}>
          <strong>{t('bank.proposal.noneTitle')}.</strong> {t('bank.proposal.noneBody')}
        </p>
      )}
      {proposal !== undefined && (
        <div className={css['evidence']}>
          <EvidenceList>
            {proposal.evidence.map((line) => (
              <EvidenceLine key={`${line.stance} ${line.reason.code} ${JSON.stringify(line.reason.params)}`} side={line.stance}>
                {format.reason(line.reason)}
              </EvidenceLine>
            ))}
          </EvidenceList>
        </div>
      )}
      {detail.why !== null && <p className={css['why']}>{t('bank.detail.why', { reason: format.reason(detail.why) })}</p>}
      <AllocationWork key={keyOf(proposal)} detail={detail} proposal={proposal ?? null} onDecided={onDecided} />
      <details className={css['raw']}>
        <summary>{t('bank.detail.raw')}</summary>
        <p className="ink-2">{t('bank.detail.rawFrom', { file: detail.raw.file })}</p>
        <pre className="reference">{detail.raw.text}</pre>
      </details>
    </>
  );
}

function ReceiptFacts({ detail }: { readonly detail: ReceiptDetail }): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const { receipt } = detail;
  const isPart = receipt.unmatched !== receipt.amount;
  return (
    <dl className={css['facts']}>
      <div>
        <dt>{t('bank.detail.received', { date: format.nearDate(receipt.bookDate, today) })}</dt>
        <dd className={`${css['amount'] ?? ''} num`}>
          <Amount value={receipt.unmatched} currency={receipt.currency} />
        </dd>
        {isPart && (
          <dd className={css['note']}>
            {t('bank.detail.partly', { cents: format.amount(receipt.unmatched, receipt.currency), total: format.amount(receipt.amount, receipt.currency) })}
          </dd>
        )}
      </div>
      <div>
        <dt>{t('bank.detail.from')}</dt>
        <dd>
          {receipt.counterName ?? t('bank.list.unknownPayer')}
          {receipt.counterIban !== null && <span className={`${css['note'] ?? ''} reference`}>{formatIban(receipt.counterIban)}</span>}
          {receipt.customerName !== null && <span className={css['note']}>{t('bank.detail.named', { name: receipt.customerName })}</span>}
        </dd>
      </div>
      <div>
        <dt>{t('bank.detail.text')}</dt>
        <dd>
          {receipt.text === '' ? t('bank.detail.noText') : receipt.text.slice(0, 400)}
          <span className={css['note']}>{receipt.structuredRef === null ? t('bank.detail.noReference') : t('bank.detail.reference', { reference: receipt.structuredRef })}</span>
        </dd>
      </div>
    </dl>
  );
}
