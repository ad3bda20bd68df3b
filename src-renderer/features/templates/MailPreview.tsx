import { IconPaperclip } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { fileUrl } from '../../backend/files.ts';
import { useText } from '../../i18n/useText.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import css from './Templates.module.css';

type Body = 'html' | 'text';

/** The mail as it would leave: its heads, both its bodies, and what goes along. The HTML stands in a frame without any rights. */
export function MailPreview({ mail, lang }: { readonly mail: OutputOf<'templates.mail'>; readonly lang: string }): ReactElement {
  const { t } = useText();
  const [body, setBody] = useState<Body>('html');
  const heads = [
    { label: t('batch.header.from'), value: mail.from },
    ...(mail.replyTo === '' ? [] : [{ label: t('templates.mail.replyTo'), value: mail.replyTo }]),
    { label: t('batch.header.to'), value: mail.to },
    { label: t('batch.header.subject'), value: mail.subject },
  ];
  return (
    <div className={css['mail']}>
      <dl className={css['mailHead']}>
        {heads.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('batch.header.attachment')}</dt>
          <dd>
            {mail.attachments.map((name) => (
              <span key={name} className={css['attachment']}>
                <IconPaperclip size={14} stroke={1.75} aria-hidden />
                {name}
              </span>
            ))}
          </dd>
        </div>
      </dl>
      <div className={css['mailBodies']}>
        <Tabs
          label={t('templates.mail.bodies')}
          value={body}
          onChange={setBody}
          tabs={[
            { key: 'html', label: t('templates.mail.html') },
            { key: 'text', label: t('templates.mail.text') },
          ]}
        />
      </div>
      {body === 'html' ? (
        <iframe className={css['mailFrame']} sandbox="" title={t('templates.mail.frame')} src={fileUrl(mail.html)} />
      ) : (
        // The text is as long as the mail; the keyboard must reach it to scroll.
        <pre className={css['mailText']} lang={lang} tabIndex={0} role="region" aria-label={t('templates.mail.text')}>
          {mail.text}
        </pre>
      )}
    </div>
  );
}
