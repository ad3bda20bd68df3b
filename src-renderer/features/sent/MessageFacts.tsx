import type { ReactElement } from 'react';
import { linkTo } from '../../app/address.ts';
import { useToday } from '../../app/appState.ts';
import { useText } from '../../i18n/useText.ts';
import { type Fact, FactList } from '../../ui/FactRow.tsx';
import { channelIcons, type MessageDetail, recipientLine } from './messageLooks.ts';
import { StateWord } from '../../ui/StateWord.tsx';
import css from './SentPage.module.css';

function useWhen(): (detail: MessageDetail) => readonly Fact[] {
  const { t, format } = useText();
  const today = useToday();
  return ({ row }) => {
    const approved: readonly Fact[] = row.approvedAt === null ? [] : [{ label: t('sent.fact.approvedAt'), value: format.instant(row.approvedAt) }];
    if (row.state === 'sent' && row.sentOn !== null) {
      const at = row.channel === 'email' && row.sentAt !== null ? `, ${format.instant(row.sentAt).split(' ').at(-1) ?? ''}` : '';
      return [{ label: t(row.channel === 'letter' ? 'sent.fact.postedOn' : 'sent.fact.sentAt'), value: <strong>{`${format.date(row.sentOn, 'long')}${at}`}</strong> }];
    }
    const mayGo: readonly Fact[] = row.state === 'approved' && row.plannedOn > today ? [{ label: t('sent.fact.mayGo'), value: format.date(row.plannedOn, 'long') }] : [];
    return [...approved, ...mayGo];
  };
}

/** When it went, to whom and by which way. */
export function MessageFacts({ detail }: { readonly detail: MessageDetail }): ReactElement {
  const { t, format } = useText();
  const when = useWhen();
  const { row } = detail;
  const address = recipientLine(row);
  const facts: readonly Fact[] = [
    ...when(detail),
    {
      label: t('sent.fact.to'),
      value: (
        <>
          {detail.recipientName !== '' && <div>{detail.recipientName}</div>}
          <div className="ink-2">{address}</div>
          <a href={linkTo(`/debiteuren/${row.customerId}`)} className={css['link']}>
            {t('sent.openCustomer')}
          </a>
        </>
      ),
    },
    { label: t('sent.column.channel'), value: <StateWord icon={channelIcons[row.channel]}>{t(row.channel === 'email' ? 'sent.email' : detail.isRegistered ? 'sent.registeredLetter' : 'sent.letter')}</StateWord> },
    ...(row.subject === '' ? [] : [{ label: t('sent.fact.subject'), value: row.subject }]),
    { label: t('sent.fact.payBy'), value: format.date(detail.payBy, 'long') },
    { label: t('sent.fact.reference'), value: <span className="reference">{detail.reference}</span> },
    ...(row.attempts > 1 ? [{ label: t('sent.fact.attempts'), value: format.number(row.attempts) }] : []),
  ];
  return <FactList facts={facts} />;
}
