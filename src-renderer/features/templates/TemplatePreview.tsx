import { useDebouncedValue } from '@mantine/hooks';
import type { ReactElement } from 'react';
import { linkTo } from '../../app/address.ts';
import { errorCodeOf } from '../../backend/client.ts';
import { fileUrl } from '../../backend/files.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PdfPages } from '../../ui/pdf/PdfPages.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import css from './Templates.module.css';
import type { TemplateKey, TemplateWords } from './templateTypes.ts';

/** Long enough not to set a page for every letter typed. */
const patienceMs = 500;

type PreviewProps = {
  readonly templateKey: TemplateKey;
  readonly words: TemplateWords;
  /** False while no letter can be made of the words: the last page stays, and says that it is the last. */
  readonly canBeMade: boolean;
};

/** The letter as it would be sent with these words; the page that was made last stays until the next one is there. */
export function TemplatePreview({ templateKey, words, canBeMade }: PreviewProps): ReactElement {
  const { t } = useText();
  const [draft] = useDebouncedValue(words, patienceMs);
  const preview = useCall('templates.preview', { key: templateKey, words: draft }, { keepPrevious: true, enabled: canBeMade && draft === words });
  const state = !canBeMade ? 'previewStale' : preview.isFetching || draft !== words ? 'previewBusy' : 'previewHint';
  return (
    <section className={css['preview']} aria-label={t('templates.preview')}>
      <div className={css['previewHead']}>
        <h3>{t('templates.preview')}</h3>
        <p role="status">{t(`templates.${state}`)}</p>
      </div>
      <div className={css['pages']}>
        {preview.error === null ? (
          preview.data === undefined ? <SkeletonRows rows={8} /> : <PdfPages url={fileUrl(preview.data.pdf)} name={t('templates.previewCustomer')} />
        ) : (
          <ErrorState
            error={preview.error}
            onRetry={() => void preview.refetch()}
            actions={
              errorCodeOf(preview.error) === 'letter-sender-incomplete' && (
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
