import { Menu } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet, IconFileTypeCsv } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { downloadFile } from '../../backend/files.ts';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { useErrorSentence } from '../../ui/ErrorState.tsx';
import { showToast } from '../../ui/toastStore.ts';
import type { AgingQuestion } from './useAgingQuestion.ts';

const choices = [
  { key: 'xlsxCustomers', format: 'xlsx', detail: 'customers', icon: IconFileSpreadsheet },
  { key: 'xlsxDocuments', format: 'xlsx', detail: 'documents', icon: IconFileSpreadsheet },
  { key: 'csvCustomers', format: 'csv', detail: 'customers', icon: IconFileTypeCsv },
  { key: 'csvDocuments', format: 'csv', detail: 'documents', icon: IconFileTypeCsv },
] as const;

/** The list as a file, of the day and the way of counting that are shown. */
export function AgingExport({ question, isEmpty }: { readonly question: AgingQuestion; readonly isEmpty: boolean }): ReactElement {
  const { t, language } = useText();
  const sentence = useErrorSentence();
  const making = useMutationCall('aging.export');
  const save = (choice: (typeof choices)[number]): void =>
    making.mutate(
      { ...question, format: choice.format, detail: choice.detail, language },
      {
        onSuccess: (file) => {
          downloadFile(file);
          showToast({ message: t('aging.exportAs.done', { name: file.name }) });
        },
        onError: (error) => showToast({ tone: 'warning', message: sentence(error) }),
      },
    );
  return (
    <Menu position="bottom-end" disabled={isEmpty}>
      <Menu.Target>
        <Button variant="filled" icon={IconDownload} busy={making.isPending} disabled={isEmpty}>
          {making.isPending ? t('aging.exportAs.busy') : t('common.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => (
          <Menu.Item key={choice.key} leftSection={<choice.icon size={16} stroke={1.75} aria-hidden />} onClick={() => save(choice)}>
            {t(`aging.exportAs.${choice.key}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
