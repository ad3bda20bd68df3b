import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react';
import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import css from './Lines.module.css';

export type EvidenceSide = 'for' | 'caution' | 'missing' | 'against';
const icons = { for: IconCheck, caution: IconMinus, missing: IconMinus, against: IconAlertTriangle } as const;

/** One reason for or against a match, in one sentence with the figures. Put several in an `<EvidenceList>`. */
export function EvidenceLine({ side, children }: { readonly side: EvidenceSide; readonly children: ReactNode }): ReactElement {
  const { t } = useText();
  const Icon = icons[side];
  return (
    <li className={clsx(css['evidence'], css[side])}>
      <Icon size={16} stroke={1.9} aria-hidden />
      <span>
        <span className="only-read">{t(`common.evidence.${side}`)}: </span>
        {children}
      </span>
    </li>
  );
}

export function EvidenceList({ children }: { readonly children: ReactNode }): ReactElement {
  return <ul className={css['list']}>{children}</ul>;
}
