import { useText } from '../../i18n/useText.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { type BatchState, goesAlong } from './useBatch.ts';

/** j and k walk, x takes out, e edits, h holds, a sends. */
export function useBatchKeys(state: BatchState, send: () => void): void {
  const { t } = useText();
  const { current } = state;
  useKeys('here', [
    { keys: 'j', label: t('batch.keys.next'), run: () => state.move(1) },
    { keys: 'k', label: t('batch.keys.previous'), run: () => state.move(-1) },
    { keys: 'a', label: t('batch.keys.approve'), run: send },
    { keys: 'Ctrl+Enter', label: t('batch.keys.approve'), run: send },
    { keys: 'x', label: t('batch.keys.include'), run: () => current !== null && goesAlong(current) && state.choose([current], !state.isChosen(current)) },
    { keys: 'h', label: t('batch.keys.hold'), run: () => current !== null && state.setIsHolding(true) },
    { keys: 'e', label: t('batch.keys.edit'), run: () => current !== null && state.setIsEditing(true) },
  ]);
}
