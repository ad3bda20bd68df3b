import type { ReactElement } from 'react';
import { useText } from '../../i18n/useText.ts';
import { Keycap } from '../../ui/Keycap.tsx';
import css from './Bank.module.css';

/** The keys of this page, always in sight: two hundred receipts go by without a mouse. */
export function KeyBar(): ReactElement {
  const { t } = useText();
  const lines: readonly { readonly keys: readonly string[]; readonly word: string }[] = [
    { keys: ['j', 'k'], word: t('bank.keys.move') },
    { keys: ['1', '2'], word: t('bank.keys.proposal') },
    { keys: [t('bank.keys.space')], word: t('bank.keys.toggle') },
    { keys: ['e'], word: t('bank.keys.amount') },
    { keys: ['m'], word: t('bank.keys.assign') },
    { keys: ['p'], word: t('bank.keys.park') },
    { keys: ['d'], word: t('bank.keys.difference') },
    { keys: ['u'], word: t('bank.keys.undo') },
  ];
  return (
    <div className={`${css['keyBar'] ?? ''} no-print`} aria-hidden="true">
      {lines.map(({ keys, word }) => (
        <span key={word}>
          {keys.map((key) => (
            <Keycap key={key}>{key}</Keycap>
          ))}
          {word}
        </span>
      ))}
      <span className={css['keysAll']}>
        <Keycap>?</Keycap>
        {t('bank.keys.all')}
      </span>
    </div>
  );
}
