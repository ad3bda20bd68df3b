import { type ReactElement, useCallback } from 'react';
import { daysBetween } from '../../../src-shared/dates.ts';
import { negateCents } from '../../../src-shared/money.ts';
import { goTo, linkTo } from '../../app/address.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { useErrorSentence } from '../../ui/ErrorState.tsx';
import type { SubRow } from '../../ui/table/columns.ts';
import type { AgingRow } from './agingList.ts';
import css from './AgingPage.module.css';
import type { AgingQuestion } from './useAgingQuestion.ts';
import type { CustomerParts, Parts } from './useCustomerParts.ts';

type Document = CustomerParts['documents'][number];

/** `2026-0361 · verviel 4 okt · 47 dagen · betwist`: number, date and days in words of their own, so that a narrow column cuts the last. */
function DocumentName({ document, question }: { readonly document: Document; readonly question: AgingQuestion }): ReactElement {
  const { t, format } = useText();
  const date = (day: Document['issueDate']): string => format.nearDate(day, question.asOf);
  const byIssue = question.basis === 'issue';
  const days = byIssue ? daysBetween(document.issueDate, question.asOf) : document.daysOverdue;
  const words = byIssue
    ? t('aging.issuedOn', { date: date(document.issueDate) })
    : document.dueDate === null
      ? t('aging.noDueDate')
      : t(document.daysOverdue > 0 ? 'aging.overdueOn' : 'aging.dueOn', { date: date(document.dueDate) });
  return (
    <span className={css['document']}>
      <a href={linkTo(`/facturen?paneel=${document.documentId}`)} tabIndex={-1} className={css['quietLink']}>
        {document.number}
      </a>
      <span className="ink-2 num">{words}</span>
      {days > 0 && <span className="ink-2 num">{format.days(days)}</span>}
      {document.disputed && <span className={css['disputed']}>{t('aging.disputed')}</span>}
    </span>
  );
}

/** The lines below an expanded customer: its documents, its receipts that are not assigned, and the way to the customer itself. */
export function useSubRows(question: AgingQuestion): (row: AgingRow, parts: Parts) => readonly SubRow[] | null {
  const { t, format } = useText();
  const sentence = useErrorSentence();
  return useCallback(
    (row, { data, error }) => {
      if (error !== null) return [{ key: 'error', cells: { name: <span className={css['failed']}>{sentence(error)}</span> } }];
      if (data === null) return null;
      const documents = data.documents.map(
        (document): SubRow => ({
          key: `d${document.documentId}`,
          cells: {
            name: <DocumentName document={document} question={question} />,
            [document.bucket]: <Amount value={document.open} plain />,
            total: <Amount value={document.open} plain />,
          },
          onOpen: () => goTo(`/facturen?paneel=${document.documentId}`),
        }),
      );
      const receipts = data.receipts.map((receipt): SubRow => {
        const amount = <Amount value={negateCents(receipt.unmatched)} plain />;
        return {
          key: `r${receipt.bankEntryId}`,
          cells: {
            name: t('aging.receiptOn', { date: format.nearDate(receipt.bookDate, question.asOf) }),
            unmatched: amount,
            total: amount,
          },
          onOpen: () => goTo(`/bank?ontvangst=${receipt.bankEntryId}`),
        };
      });
      const customer: readonly SubRow[] =
        row.customerId === null
          ? []
          : [
              {
                key: 'customer',
                cells: {
                  name: (
                    <a href={linkTo(`/debiteuren/${row.customerId}`)} tabIndex={-1}>
                      {t('aging.openCustomer', { name: row.name })}
                    </a>
                  ),
                },
                onOpen: () => goTo(`/debiteuren/${row.customerId}`),
              },
            ];
      return [...documents, ...receipts, ...customer];
    },
    [question, t, format, sentence],
  );
}
