import { SegmentedControl } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { formatIban } from '../../../src-shared/locales/formatters.ts';
import { useText } from '../../i18n/useText.ts';
import { Section } from '../../ui/Section.tsx';
import { TwoLineItem, TwoLineList } from '../../ui/TwoLineItem.tsx';
import { unknownAccounts } from './importCounts.ts';
import { changePreview, type PreviewSession } from './importSession.ts';

/** Whose account is this? Asked once per account; the answer is remembered when the files are taken in. */
export function AccountQuestions({ session }: { readonly session: PreviewSession }): ReactElement | null {
  const { t } = useText();
  const accounts = unknownAccounts(session.preview.files);
  if (accounts.length === 0) return null;
  const answer = (account: string, value: string): void => {
    if (value === 'ours' || value === 'not-ours') changePreview({ answers: { ...session.answers, [account]: value } });
  };
  return (
    <Section title={t('imports.accounts.title', { count: accounts.length })}>
      <TwoLineList>
        {accounts.map(({ account, entries }) => (
          <TwoLineItem
            key={account}
            icon={IconBuildingBank}
            title={<span className="reference num">{formatIban(account)}</span>}
            detail={
              session.answers[account] === undefined
                ? t('imports.accounts.unanswered', { count: entries })
                : t(session.answers[account] === 'ours' ? 'imports.accounts.ours' : 'imports.accounts.notOurs', { count: entries })
            }
            action={
              <SegmentedControl
                aria-label={t('imports.accounts.label', { account: formatIban(account) })}
                value={session.answers[account] ?? ''}
                onChange={(value) => answer(account, value)}
                data={[
                  { value: 'ours', label: t('imports.accounts.yes') },
                  { value: 'not-ours', label: t('imports.accounts.no') },
                ]}
              />
            }
          />
        ))}
      </TwoLineList>
    </Section>
  );
}
