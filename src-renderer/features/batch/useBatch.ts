import { useState } from 'react';
import { useAddressValue } from '../../app/address.ts';
import type { Batch, BatchItem } from './batchTypes.ts';

export type BatchState = {
  /** What can be sent, in the order of the list. */
  readonly sendable: readonly BatchItem[];
  /** Sendable and blocked ones in the order of the list, as j and k walk. */
  readonly walk: readonly BatchItem[];
  readonly current: BatchItem | null;
  /** Whether the reader chose the current one. */
  readonly hasMoved: boolean;
  readonly open: (item: BatchItem) => void;
  readonly move: (by: 1 | -1) => void;
  readonly isChosen: (item: BatchItem) => boolean;
  readonly choose: (items: readonly BatchItem[], isChosen: boolean) => void;
  readonly chosen: readonly BatchItem[];
  readonly seenCount: number;
  readonly isEditing: boolean;
  readonly setIsEditing: (isEditing: boolean) => void;
  readonly isHolding: boolean;
  readonly setIsHolding: (isHolding: boolean) => void;
};

const withWarning = (items: readonly BatchItem[]): BatchItem | undefined => items.find((item) => item.warnings.length > 0);

/** Whether it can be approved with the others; a letter with consequences is approved by itself, where it is read. */
export const goesAlong = ({ blocked, approval }: BatchItem): boolean => blocked === null && approval === 'batch';

/** Which message is open, which are left out, and which were looked at. Everything is chosen until it is taken out. */
export function useBatch({ items }: Batch): BatchState {
  const [openId, setOpenId] = useAddressValue('bericht');
  const [step] = useAddressValue('stap');
  const [wanted] = useAddressValue('toon');
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  const [isEditing, setIsEditing] = useState(false);
  const [isHolding, setIsHolding] = useState(false);
  const blocked = items.filter((item) => item.blocked !== null);
  const sendable = [...Map.groupBy(items.filter((item) => item.blocked === null), (item) => item.step).values()].flat();
  const walk = [...blocked, ...sendable];
  const first = (wanted === null ? undefined : withWarning(sendable)) ?? sendable.find((item) => item.step === step) ?? sendable[0] ?? blocked[0] ?? null;
  const current = walk.find((item) => String(item.messageId) === openId) ?? first;
  const currentId = current?.messageId ?? null;
  if (currentId !== null && !seen.has(currentId)) setSeen(new Set([...seen, currentId]));
  const open = (item: BatchItem): void => {
    setIsEditing(false);
    setIsHolding(false);
    setOpenId(String(item.messageId));
  };
  const isChosen = (item: BatchItem): boolean => goesAlong(item) && !leftOut.has(item.messageId);
  return {
    sendable,
    walk,
    current,
    hasMoved: openId !== null || step !== null || wanted !== null,
    open,
    move: (by) => {
      const next = current === null ? undefined : walk[walk.indexOf(current) + by];
      if (next !== undefined) open(next);
    },
    isChosen,
    choose: (chosenItems, isNowChosen) => {
      const next = new Set(leftOut);
      for (const item of chosenItems) {
        if (isNowChosen) next.delete(item.messageId);
        else next.add(item.messageId);
      }
      setLeftOut(next);
    },
    chosen: sendable.filter(isChosen),
    seenCount: items.filter((item) => seen.has(item.messageId)).length,
    isEditing,
    setIsEditing,
    isHolding,
    setIsHolding,
  };
}
