import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import css from './Bank.module.css';
import type { OpenItem } from './bankTypes.ts';

/** Finds any open item by number or customer and adds it to the table, so that one receipt can pay several customers' invoices. */
export function ItemSearch({ onAdd }: { readonly onAdd: (item: OpenItem) => void }): ReactElement {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed.trim(), 120);
  const isAsked = query.length >= 2;
  const found = useCall('bank.openItems', { query, customerId: null }, { enabled: isAsked, keepPrevious: true });
  const items = isAsked ? (found.data?.items ?? []).slice(0, 30) : [];
  return (
    <div className={css['search']} role="search">
      <TextInput
        type="search"
        size="xs"
        aria-label={t('bank.table.search')}
        placeholder={t('bank.table.search')}
        leftSection={<IconSearch size={15} stroke={1.75} aria-hidden />}
        value={typed}
        maxLength={100}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = items;
          if (event.key !== 'Enter' || first === undefined) return;
          event.preventDefault();
          onAdd(first);
          setTyped('');
        }}
      />
      {isAsked && found.data !== undefined && items.length === 0 && <p className="ink-2 small">{t('bank.table.searchNone')}</p>}
      {items.length > 0 && (
        <ul className={css['found']}>
          {items.map((item) => (
            <li key={item.documentId}>
              <button
                type="button"
                onClick={() => {
                  onAdd(item);
                  setTyped('');
                }}
              >
                <span className={css['number']}>{item.number}</span>
                <span className={css['receiptText']}>{item.customerName}</span>
                <Amount value={item.open} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
