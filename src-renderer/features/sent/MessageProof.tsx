import { IconCopy } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { FileRef } from '../../../src-shared/contract/common.ts';
import { fileUrl } from '../../backend/files.ts';
import { useText } from '../../i18n/useText.ts';
import { IconButton } from '../../ui/Button.tsx';
import { EvidenceLine, EvidenceList } from '../../ui/EvidenceLine.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { eventWords, type MessageDetail } from './messageLooks.ts';
import css from './SentPage.module.css';

/** That text and PDF are still those that were approved, with the numbers that somebody else can check it by. */
export function MessageProof({ detail }: { readonly detail: MessageDetail }): ReactElement {
  const { t } = useText();
  const marks = [
    { name: t('sent.proof.messageId'), value: detail.messageIdHeader, pdf: null },
    { name: t('sent.proof.pdfHash'), value: detail.pdfSha256, pdf: null },
    ...detail.enclosures.map(({ name, sha256, pdf }) => ({ name: t('sent.proof.enclosureHash', { name }), value: sha256, pdf })),
    { name: t('sent.proof.contentHash'), value: detail.contentSha256, pdf: null },
  ];
  return (
    <Section small title={t('sent.proof.title')}>
      {detail.hashesVerify ? (
        <EvidenceList>
          <EvidenceLine side="for">{t('sent.proof.intact')}</EvidenceLine>
        </EvidenceList>
      ) : (
        <Notice tone="red">{t('sent.proof.changed')}</Notice>
      )}
      <dl className={css['marks']}>
        {marks.map(({ name, value, pdf }) => value !== null && <Mark key={name} name={name} value={value} pdf={pdf} />)}
      </dl>
    </Section>
  );
}

function Mark({ name, value, pdf }: { readonly name: string; readonly value: string; readonly pdf: FileRef | null }): ReactElement {
  const { t } = useText();
  const copy = (): void => {
    navigator.clipboard.writeText(value).then(
      () => showToast({ message: t('sent.proof.copied') }),
      () => showToast({ message: value, tone: 'warning' }), // no clipboard here: the value itself can be selected
    );
  };
  return (
    <div className={css['mark']}>
      <dt>
        {pdf === null ? (
          name
        ) : (
          <a href={fileUrl(pdf)} target="_blank" rel="noreferrer">
            {name}
          </a>
        )}
      </dt>
      <dd>
        <code className="reference">{value}</code>
        <IconButton size="xs" icon={IconCopy} label={t('sent.proof.copy', { name })} onClick={copy} />
      </dd>
    </div>
  );
}

/** Everything that happened to it, oldest first. */
export function MessageCourse({ detail }: { readonly detail: MessageDetail }): ReactElement {
  const { t, format } = useText();
  return (
    <Section small title={t('sent.events.title')}>
      <ol className={css['course']}>
        {detail.events.map((event, index) => {
          const { words, said } = eventWords(event, t);
          return (
            // The events of a message are only ever added to, so the place is the identity.
            // oxlint-disable-next-line react/no-array-index-key -- events only grow at the end; their place is their identity
            <li key={index}>
              <span className="ink-2 num">{format.instant(event.at)}</span>
              <span>
                {words}
                {said !== '' && <span className={css['said']}>{said}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
