import { SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactElement, useState } from 'react';
import { linkTo } from '../../app/address.ts';
import { errorCodeOf } from '../../backend/client.ts';
import { fileUrl } from '../../backend/files.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PdfPages } from '../../ui/pdf/PdfPages.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import css from './Paper.module.css';
import type { PaperDraft } from './PaperFile.tsx';

const patienceMs = 400;

/** A letter to an invented customer on this paper, drawn again as soon as the user stops changing it. */
export function PaperPreview({ draft }: { readonly draft: PaperDraft }): ReactElement {
  const { t } = useText();
  const [isLong, setIsLong] = useState(false);
  const [paper] = useDebouncedValue(draft, patienceMs);
  const preview = useCall('settings.previewPaper', { paper, isLong }, { keepPrevious: true });
  return (
    <section className={css['preview']} aria-label={t('settings.paper.preview')}>
      <div className={css['previewHead']}>
        <h3>{t('settings.paper.preview')}</h3>
        <SegmentedControl
          size="xs"
          aria-label={t('settings.paper.length')}
          data={[
            { value: 'short', label: t('settings.paper.short') },
            { value: 'long', label: t('settings.paper.long') },
          ]}
          value={isLong ? 'long' : 'short'}
          onChange={(value) => setIsLong(value === 'long')}
        />
      </div>
      <div className={css['pages']} tabIndex={0} role="region" aria-label={t('settings.paper.preview')} aria-busy={preview.isFetching}>
        {preview.error !== null ? (
          <ErrorState
            error={preview.error}
            onRetry={() => void preview.refetch()}
            actions={
              errorCodeOf(preview.error) === 'letter-sender-incomplete' && (
                <ButtonLink size="sm" href={linkTo('/instellingen/company')}>
                  {t('settings.company.title')}
                </ButtonLink>
              )
            }
          />
        ) : preview.data === undefined ? (
          <SkeletonRows rows={8} />
        ) : (
          <PdfPages url={fileUrl(preview.data)} name={t('settings.paper.previewName')} />
        )}
      </div>
    </section>
  );
}
