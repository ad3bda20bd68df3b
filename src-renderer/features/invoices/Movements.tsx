import type { ReactElement } from 'react';
import { useToday } from '../../app/appState.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { SumTable } from '../../ui/FactRow.tsx';
import { Section } from '../../ui/Section.tsx';
import css from './InvoicesPage.module.css';
import type { InvoiceDetail } from './invoicesQuestion.ts';

const kinds = [
  'invoice',
  'credit-note',
  'opening-item',
  'receipt',
  'allocation',
  'set-off',
  'difference',
  'refund',
  'return',
  'claim',
  'write-off',
  'books-adjustment',
  'reversal',
] as const;

type Movement = InvoiceDetail['movements'][number];

/** What it was, when it counts, why it was booked, and whether it was taken back. */
function MovementName({ movement }: { readonly movement: Movement }): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const kind = kinds.find((known) => known === movement.kind) ?? 'other';
  return (
    <span className={css['movement']}>
      <span>
        {t(`invoices.movement.${kind}`)} <span className="ink-2 num">{format.nearDate(movement.effectiveDate, today)}</span>
        {movement.isUndone && <span className="ink-3"> ({t('invoices.undone')})</span>}
      </span>
      {movement.reason !== null && <span className={css['reason']}>{format.reason(movement.reason)}</span>}
    </span>
  );
}

/** Every booking on the invoice, adding up to what is open. */
export function Movements({ detail }: { readonly detail: InvoiceDetail }): ReactElement {
  const { t } = useText();
  const { row, movements } = detail;
  return (
    <Section title={t('invoices.why')} small rule={false}>
      <SumTable
        label={t('invoices.why')}
        rows={movements.map((movement) => ({
          key: `${movement.entryId} ${movement.cents} ${movement.openAfter}`,
          name: <MovementName movement={movement} />,
          value: <Amount value={movement.cents} currency={row.currency} />,
        }))}
        total={{ name: t('invoices.open'), value: <Amount value={row.open} currency={row.currency} /> }}
      />
    </Section>
  );
}
