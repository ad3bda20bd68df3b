import type { TFunction } from 'i18next';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { Language } from '../../../src-shared/locales/languages.ts';
import type { Formats } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { StateWord } from '../../ui/StateWord.tsx';
import type { Column } from '../../ui/table/columns.ts';
import { channelIcons, type MessageRow, recipientLine, stateLooks, stepTitle, whenWords } from './messageLooks.ts';
import css from './SentPage.module.css';

type Words = { readonly t: TFunction; readonly format: Formats; readonly language: Language; readonly today: PlainDateText };

/** The columns of the list, newest message first. */
export const sentColumns = (words: Words): readonly Column<MessageRow>[] => {
  const { t, language } = words;
  return [
    { key: 'when', header: t('sent.column.when'), width: 108, cell: (row) => <span className="num">{whenWords(row, words)}</span> },
    { key: 'customer', header: t('sent.column.customer'), cell: (row) => <span className={css['name']}>{row.customerName}</span> },
    { key: 'step', header: t('sent.column.step'), width: 150, cell: (row) => stepTitle(row.step, language) },
    {
      key: 'channel',
      header: t('sent.column.channel'),
      width: 84,
      cell: (row) => <StateWord icon={channelIcons[row.channel]}>{t(row.channel === 'email' ? 'sent.email' : 'sent.letter')}</StateWord>,
    },
    { key: 'recipient', header: t('sent.column.recipient'), width: 166, cell: (row) => <span className="ink-2">{recipientLine(row)}</span> },
    { key: 'amount', header: t('sent.column.amount'), width: 106, align: 'right', cell: (row) => <Amount value={row.cents} /> },
    {
      key: 'state',
      header: t('sent.column.state'),
      width: 164,
      cell: (row) => {
        const looks = stateLooks(row, words);
        return (
          <StateWord icon={looks.icon} tone={looks.waitsForUser ? 'waiting' : 'plain'}>
            {looks.words}
          </StateWord>
        );
      },
    },
  ];
};
