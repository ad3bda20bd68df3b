import { useDebouncedValue } from '@mantine/hooks';
import { type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { linkTo } from '../../app/address.ts';
import { errorCodeOf } from '../../backend/client.ts';
import { fileUrl } from '../../backend/files.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PdfPages } from '../../ui/pdf/PdfPages.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { MailPreview } from './MailPreview.tsx';
import css from './Templates.module.css';
import type { TemplateKey, TemplateWords } from './templateTypes.ts';

/** Long enough not to set a page for every letter typed. */
const patienceMs = 500;

type PreviewProps = {
  readonly templateKey: TemplateKey;
  readonly words: TemplateWords;
  /** False while no letter can be made of the words: what was made last stays, and says that it is the last. */
  readonly canBeMade: boolean;
};
type Shown = 'letter' | 'mail';

/** The letter and the mail as they would be sent with these words; what was made last stays until the next one is there. */
export function TemplatePreview({ templateKey, words, canBeMade }: PreviewProps): ReactElement {
  const { t } = useText();
  const [shown, setShown] = useState<Shown>('letter');
  const [draft] = useDebouncedValue(words, patienceMs);
  const isReady = canBeMade && draft === words;
  const letter = useCall('templates.preview', { key: templateKey, words: draft }, { keepPrevious: true, enabled: isReady && shown === 'letter' });
  const mail = useCall('templates.mail', { key: templateKey, words: draft }, { keepPrevious: true, enabled: isReady && shown === 'mail' });
  const query = shown === 'letter' ? letter : mail;
  const state = !canBeMade ? 'previewStale' : query.isFetching || draft !== words ? 'previewBusy' : 'previewHint';
  return (
    <section className={css['preview']} aria-label={t('templates.preview')}>
      <div className={css['previewHead']}>
        <h3 className={css['heard']}>{t('templates.preview')}</h3>
        <Tabs
          label={t('templates.preview')}
          value={shown}
          onChange={setShown}
          tabs={[
            { key: 'letter', label: t('templates.letter') },
            { key: 'mail', label: t('templates.mail.title') },
          ]}
        />
        <p role="status">{t(`templates.${state}`)}</p>
      </div>
      <div className={css['pages']} data-shown={shown}>
        {query.error === null ? (
          <Made letter={shown === 'letter' ? letter.data : undefined} mail={shown === 'mail' ? mail.data : undefined} lang={templateKey.language} />
        ) : (
          <ErrorState
            error={query.error}
            onRetry={() => void query.refetch()}
            actions={
              errorCodeOf(query.error) === 'letter-sender-incomplete' && (
                <ButtonLink size="sm" href={linkTo('/instellingen/company')}>
                  {t('templates.company')}
                </ButtonLink>
              )
            }
          />
        )}
      </div>
    </section>
  );
}

type MadeProps = {
  readonly letter: OutputOf<'templates.preview'> | undefined;
  readonly mail: OutputOf<'templates.mail'> | undefined;
  readonly lang: string;
};

function Made({ letter, mail, lang }: MadeProps): ReactElement {
  const { t } = useText();
  if (letter !== undefined) return <PdfPages url={fileUrl(letter.pdf)} name={t('templates.previewCustomer')} />;
  return mail === undefined ? <SkeletonRows rows={8} /> : <MailPreview mail={mail} lang={lang} />;
}
