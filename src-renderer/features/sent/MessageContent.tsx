import { type ReactElement, useState } from 'react';
import { fileUrl } from '../../backend/files.ts';
import { useText } from '../../i18n/useText.ts';
import { PdfPages } from '../../ui/pdf/PdfPages.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import type { MessageDetail } from './messageLooks.ts';
import css from './SentPage.module.css';

type View = 'html' | 'pdf' | 'text';

/** The message exactly as it was approved: the mail, the letter and the text. */
export function MessageContent({ detail, isLarge = false }: { readonly detail: MessageDetail; readonly isLarge?: boolean }): ReactElement {
  const { t } = useText();
  const [chosen, setChosen] = useState<View | null>(null);
  const isMail = detail.row.channel === 'email';
  const views: readonly View[] = isMail ? [...(detail.html === null ? [] : (['html'] as const)), 'text', ...(detail.pdf === null ? [] : (['pdf'] as const))] : ['pdf', 'text'];
  const view = chosen !== null && views.includes(chosen) ? chosen : (views[0] ?? 'text');
  const tabs = views.map((key) => ({ key, label: t(key === 'pdf' ? (isMail ? 'sent.message.attachment' : 'sent.message.pdf') : `sent.message.${key}`) }));
  return (
    <>
      <div className={css['tabLine']}>
        <Tabs label={t('sent.message.tabs')} tabs={tabs} value={view} onChange={setChosen} />
      </div>
      <div className={isLarge ? css['desk'] : css['deskNarrow']}>{viewOf(view, detail, t('sent.message.frame', { name: detail.row.customerName }), t('sent.message.noText'), t('sent.message.noPdf'))}</div>
    </>
  );
}

function viewOf(view: View, detail: MessageDetail, frameName: string, noText: string, noPdf: string): ReactElement {
  switch (view) {
    case 'html':
      return detail.html === null ? <p>{noText}</p> : <iframe className={css['mail']} sandbox="" src={fileUrl(detail.html)} title={frameName} />;
    case 'pdf':
      return detail.pdf === null ? <p className="ink-2">{noPdf}</p> : <PdfPages url={fileUrl(detail.pdf)} name={detail.row.customerName} />;
    case 'text':
      return detail.text === '' ? <p className="ink-2">{noText}</p> : <pre className={css['text']}>{detail.text}</pre>;
  }
}
