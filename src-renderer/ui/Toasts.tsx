import { type Icon as TablerIcon, IconAlertTriangle, IconCircleCheck, IconPlayerPause, IconX } from '@tabler/icons-react';
import clsx from 'clsx';
import { type ReactElement, useEffect, useState } from 'react';
import { useText } from '../i18n/useText.ts';
import { Button, IconButton } from './Button.tsx';
import css from './Floating.module.css';
import { dismissToast, type Toast, undoNewest, useToasts } from './toastStore.ts';
import { useKeys } from './useKeys.ts';

const icons = { done: IconCircleCheck, held: IconPlayerPause, warning: IconAlertTriangle } as const satisfies Record<
  Toast['tone'],
  TablerIcon
>;
const shownForMs = 8000;

/** One toast; the clock stands still while the pointer or the focus is on it. */
function ToastCard({ toast, isNewestUndo }: { readonly toast: Toast; readonly isNewestUndo: boolean }): ReactElement {
  const { t } = useText();
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => dismissToast(toast.id), shownForMs);
    return () => clearTimeout(timer);
  }, [isHeld, toast.id]);
  const Icon = icons[toast.tone];
  const undo = (): void => {
    dismissToast(toast.id);
    toast.undo?.();
  };
  return (
    <div
      className={clsx(css['card'], css['toast'], css[toast.tone])}
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
      <span className={css['toastText']}>{toast.message}</span>
      {toast.undo !== null && (
        <Button variant="text" size="sm" onClick={undo} {...(isNewestUndo && { keycap: 'u' })}>
          {t('common.toast.undo')}
        </Button>
      )}
      <IconButton size="sm" icon={IconX} label={t('common.toast.dismiss')} onClick={() => dismissToast(toast.id)} />
    </div>
  );
}

/** The toasts, announced politely. */
export function Toasts(): ReactElement {
  const { t } = useText();
  const toasts = useToasts();
  const newestUndo = toasts.findLast((toast) => toast.undo !== null)?.id;
  useKeys('everywhere', newestUndo === undefined ? [] : [{ keys: 'u', label: t('common.keys.undo'), run: () => void undoNewest() }]);
  return (
    <div role="status" aria-label={t('common.toast.region')} style={{ display: 'contents' }}>
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} isNewestUndo={toast.id === newestUndo} />
      ))}
    </div>
  );
}
