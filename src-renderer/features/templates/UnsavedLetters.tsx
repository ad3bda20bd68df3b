import type { ReactElement } from 'react';
import { linkTo } from '../../app/address.ts';
import { useText } from '../../i18n/useText.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { KeptDraft } from './templateDrafts.ts';
import css from './Templates.module.css';
import { nameOfKey } from './templateTypes.ts';

/** Other letters with words that are not saved, each with the way back to it. */
export function UnsavedLetters({ drafts }: { readonly drafts: readonly KeptDraft[] }): ReactElement | null {
  const { t } = useText();
  if (drafts.length === 0) return null;
  return (
    <div className={css['elsewhere']}>
      <Notice tone="amber" title={t('templates.unsavedElsewhere')}>
        {drafts.map(({ key }) => (
          <p key={nameOfKey(key)}>
            <a href={linkTo(`/instellingen/letters?brief=${encodeURIComponent(nameOfKey(key))}`)}>
              {[t(`templates.kinds.${key.kind}`), t(`templates.languages.${key.language}`), t(`templates.countries.${key.country}`), t(`templates.customerKinds.${key.customerKind}`)].join(', ')}
            </a>
          </p>
        ))}
      </Notice>
    </div>
  );
}
