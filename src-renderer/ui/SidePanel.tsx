import { IconChevronDown, IconChevronUp, IconExternalLink, IconX } from '@tabler/icons-react';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { useText } from '../i18n/useText.ts';
import { IconButton } from './Button.tsx';
import css from './Floating.module.css';

type SidePanelProps = {
  readonly title: string;
  readonly sub?: ReactNode;
  /** Flags above the title. */
  readonly flags?: ReactNode;
  readonly onClose: () => void;
  readonly onPrevious?: () => void;
  readonly onNext?: () => void;
  /** Opens the same thing on its own page. */
  readonly onOpenFull?: () => void;
  /** Buttons at the bottom; the filled one first. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/**
 * Details over the list, at the right of the sheet. It is not a dialog: the list beside it keeps working, and Escape closes it. Give it
 * a stable address with `usePanel` (app/address.ts), so that Back works.
 */
export function SidePanel({ title, sub, flags, onClose, onPrevious, onNext, onOpenFull, actions, children }: SidePanelProps): ReactElement {
  const { t } = useText();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('[aria-modal="true"]') !== null) return;
      event.preventDefault();
      onClose();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
  return (
    <aside className={css['panel']} aria-label={title}>
      <div className={css['panelHead']}>
        <div className={css['panelTop']}>
          <div className={css['panelFlags']}>{flags}</div>
          {onPrevious !== undefined && <IconButton size="sm" icon={IconChevronUp} label={t('common.previous')} onClick={onPrevious} />}
          {onNext !== undefined && <IconButton size="sm" icon={IconChevronDown} label={t('common.next')} onClick={onNext} />}
          {onOpenFull !== undefined && <IconButton size="sm" icon={IconExternalLink} label={t('common.openFull')} onClick={onOpenFull} />}
          <IconButton size="sm" icon={IconX} label={t('common.close')} onClick={onClose} />
        </div>
        <h2 className={css['panelTitle']}>{title}</h2>
        {sub !== undefined && <p className={css['panelSub']}>{sub}</p>}
      </div>
      <div className={css['panelBody']} tabIndex={0} role="region" aria-label={title}>
        {children}
      </div>
      {actions !== undefined && <div className={css['panelFoot']}>{actions}</div>}
    </aside>
  );
}
