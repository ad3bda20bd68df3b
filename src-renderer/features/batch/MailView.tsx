import { IconPaperclip } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { fileUrl } from '../../backend/files.ts';
import { useText } from '../../i18n/useText.ts';
import type { BatchItem } from './batchTypes.ts';
import css from './BatchPage.module.css';

/** The mail as the customer sees it: its heads, and its HTML in a frame without any rights. */
export function MailView({ item, preview }: { readonly item: BatchItem; readonly preview: OutputOf<'batch.preview'> }): ReactElement {
  const { t, format } = useText();
  return (
    <div className={css['mail']}>
      <dl className={css['mailHead']}>
        <dt>{t('batch.header.from')}</dt>
        <dd>{preview.from}</dd>
        <dt>{t('batch.header.to')}</dt>
        <dd>{[item.recipientName, item.recipient].filter((part) => part !== '').join(', ')}</dd>
        <dt>{t('batch.header.subject')}</dt>
        <dd>
          <strong>{preview.subject}</strong>
        </dd>
        <dt>{t('batch.header.attachment')}</dt>
        <dd>
          <a href={fileUrl(preview.pdf)} target="_blank" rel="noreferrer" className={css['attachment']}>
            <IconPaperclip size={14} stroke={1.75} aria-hidden />
            {preview.pdf.name}, {format.fileSize(preview.pdf.size)}
          </a>
          {preview.enclosures.map((name) => (
            <span key={name} className={css['attachment']}>
              <IconPaperclip size={14} stroke={1.75} aria-hidden />
              {name}
            </span>
          ))}
        </dd>
      </dl>
      {preview.html !== null && <iframe className={css['mailFrame']} sandbox="" title={t('batch.mailFrame', { name: item.customerName })} src={fileUrl(preview.html)} />}
    </div>
  );
}
