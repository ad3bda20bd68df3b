import { Modal, Textarea } from '@mantine/core';
import { type ReactElement, useRef, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import css from './Bank.module.css';
import type { ReceiptDetail } from './bankTypes.ts';

export type AdvicePart = OutputOf<'bank.readRemittance'>['parts'][number];
type AdviceProps = { readonly opened: boolean; readonly receipt: ReceiptDetail['receipt']; readonly onUse: (parts: readonly AdvicePart[]) => void; readonly onClose: () => void };

/** What the payer says the money is for: pasted or from a file, read line by line, and taken over into the work sheet. */
export function AdviceDialog({ opened, onClose, ...rest }: AdviceProps): ReactElement {
  const { t } = useText();
  return (
    <Modal opened={opened} onClose={onClose} size={760} title={t('cash.advice.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {opened && <AdviceForm {...rest} onClose={onClose} />}
    </Modal>
  );
}

/** Longest text that the program reads. */
const mostCharacters = 200_000;

function AdviceForm({ receipt, onUse, onClose }: Omit<AdviceProps, 'opened'>): ReactElement {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const read = useCall('bank.readRemittance', { bankEntryId: receipt.bankEntryId, text: asked }, { enabled: asked !== '', keepPrevious: true });
  const take = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    const text = (await chosen.slice(0, mostCharacters).text()).slice(0, mostCharacters);
    setTyped(text);
    setAsked(text);
  };
  return (
    <>
      <p className={css['lead']}>{t('cash.advice.lead')}</p>
      <Textarea data-autofocus label={t('cash.advice.text')} value={typed} maxLength={mostCharacters} autosize minRows={5} maxRows={9} onChange={(event) => setTyped(event.currentTarget.value)} />
      <input
        ref={file}
        type="file"
        hidden
        aria-label={t('cash.advice.file')}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <div className={css['dialogActions']}>
        <Button disabled={typed.trim() === ''} onClick={() => setAsked(typed)}>
          {t('cash.advice.read')}
        </Button>
        <Button variant="text" onClick={() => file.current?.click()}>
          {t('cash.advice.file')}
        </Button>
      </div>
      {asked !== '' && (
        <QueryView query={read}>
          {(advice) => (
            <AdviceLines
              advice={advice}
              receipt={receipt}
              onUse={() => {
                onUse(advice.parts);
                onClose();
              }}
            />
          )}
        </QueryView>
      )}
    </>
  );
}

function AdviceLines({ advice, receipt, onUse }: { readonly advice: OutputOf<'bank.readRemittance'>; readonly receipt: ReceiptDetail['receipt']; readonly onUse: () => void }): ReactElement {
  const { t, format } = useText();
  const { lines, parts, sum, unread } = advice;
  if (lines.length === 0) return <p className="ink-2">{t('cash.advice.nothing')}</p>;
  const { currency } = receipt;
  return (
    <>
      <div className={css['adviceLines']}>
        <table className={css['table']} aria-label={t('cash.advice.title')}>
          <thead>
            <tr>
              <th>{t('cash.advice.number')}</th>
              <th className={css['right']}>{t('cash.advice.stated')}</th>
              <th className={css['right']}>{t('cash.advice.open')}</th>
              <th>{t('cash.advice.state')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.line}>
                <td>
                  <span className={css['number']}>{line.number}</span>
                  {line.customerName !== '' && <span className={css['owner']}>{line.customerName}</span>}
                </td>
                <td className={css['right']}>{line.cents === null ? '–' : <Amount value={line.cents} currency={currency} />}</td>
                <td className={css['right']}>{line.open === null ? '–' : <Amount value={line.open} currency={currency} />}</td>
                <td>{t(`cash.advice.states.${line.state}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={css['after']}>
        {t('cash.advice.sum', { sum: format.amount(sum, currency), received: format.amount(receipt.unmatched, currency) })}
        {unread.length > 0 && ` ${t('cash.advice.unread', { count: unread.length })}`}
      </p>
      <div className={css['dialogActions']}>
        <Button variant="filled" disabled={parts.length === 0} onClick={onUse}>
          {t('cash.advice.use')}
        </Button>
      </div>
    </>
  );
}
