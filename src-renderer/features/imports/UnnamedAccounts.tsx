import { Select } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { formatIban } from '../../../src-shared/locales/formatters.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Section } from '../../ui/Section.tsx';
import { TwoLineItem, TwoLineList } from '../../ui/TwoLineItem.tsx';
import { unnamedFiles } from './importCounts.ts';
import type { PreviewSession } from './importSession.ts';
import { useImportFlow } from './useImportFlow.ts';

/** Bank files that name no account (QIF) while there are several of our own: which one is it? The file is read again with the answer. */
export function UnnamedAccounts({ session }: { readonly session: PreviewSession }): ReactElement | null {
  const { t } = useText();
  const { chooseAccount } = useImportFlow();
  const accounts = useCall('bank.accounts', {}).data?.accounts ?? [];
  const files = unnamedFiles(session.preview.files, session.ofAccount);
  if (files.length === 0) return null;
  const own = accounts.filter(({ ownership }) => ownership === 'ours').map(({ iban }) => ({ value: iban, label: formatIban(iban) }));
  return (
    <Section title={t('imports.unnamed.title')}>
      <p className="ink-2 small">{t('imports.unnamed.body')}</p>
      <TwoLineList>
        {files.map(({ part, file, entries }) => (
          <TwoLineItem
            key={part}
            icon={IconBuildingBank}
            title={file}
            detail={t('imports.unnamed.entries', { count: entries })}
            action={
              <Select
                aria-label={t('imports.unnamed.label', { file })}
                placeholder={t('imports.unnamed.choose')}
                w={250}
                data={own}
                value={session.ofAccount[part] ?? null}
                allowDeselect={false}
                disabled={session.isBusy}
                onChange={(account) => account !== null && void chooseAccount(part, account)}
              />
            }
          />
        ))}
      </TwoLineList>
    </Section>
  );
}
