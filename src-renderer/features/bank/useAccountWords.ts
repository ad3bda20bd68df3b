import { useToday } from '../../app/appState.ts';
import { useText } from '../../i18n/useText.ts';
import type { Account } from './bankTypes.ts';

export type AccountWords = { readonly title: string; readonly detail: string; readonly tone: 'good' | 'waiting' | 'unknown' };

/** An account in two short lines: which one, and whether its statements are whole. */
export function useAccountWords(): (account: Account) => AccountWords {
  const { t, format } = useText();
  const today = useToday();
  return (account) => {
    const title = `${account.iban.slice(0, 2)} ·· ${account.iban.slice(-4)}`;
    if (account.ownership === 'unknown') return { title, detail: t('bank.account.unknown'), tone: 'unknown' };
    if (account.ownership === 'not-ours') return { title, detail: t('bank.account.notOurs'), tone: 'good' };
    if (account.lastBookDate === null) return { title, detail: t('bank.account.none'), tone: 'waiting' };
    const date = format.nearDate(account.lastBookDate, today);
    const line = account.lastNumber === null ? t('bank.account.lineNoNumber', { date }) : t('bank.account.line', { number: account.lastNumber, date });
    const troubles = [
      account.doNotAddUp > 0 ? t('bank.account.doesNot', { count: account.doNotAddUp }) : '',
      account.gaps.length > 0 ? t('bank.account.gaps', { count: account.gaps.length }) : '',
    ].filter((text) => text !== '');
    return troubles.length === 0
      ? { title, detail: `${line}, ${t('bank.account.addsUp')}`, tone: 'good' }
      : { title, detail: `${line}, ${format.list(troubles)}`, tone: 'waiting' };
  };
}
