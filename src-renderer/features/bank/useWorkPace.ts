import { useEffect, useRef, useState } from 'react';

/** How long nobody decides before the whole list is read again. */
const restMs = 1500;

export type WorkPace = {
  /** Whether somebody is working through the list: it is not read again between two decisions. */
  readonly isWorking: boolean;
  /** Receipts that were decided since the list was read at that moment: they are gone from it at once. */
  readonly decidedSince: (listReadAt: number) => ReadonlySet<number>;
  readonly onDecided: (bankEntryId: number, listReadAt: number) => void;
};
type Decided = { readonly listReadAt: number; readonly ids: ReadonlySet<number> };
const none: ReadonlySet<number> = new Set();

/**
 * Two hundred receipts are decided one after the other. Each decision changes the ledger, and reading and weighing the whole list after each
 * of them would be most of the waiting; so what was decided leaves the list by itself, and the list is read again when the hands rest. A list
 * that was read anew knows what was decided, and shows again what a decision left over.
 */
export function useWorkPace(): WorkPace {
  const [decided, setDecided] = useState<Decided>({ listReadAt: 0, ids: none });
  const [isWorking, setWorking] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const decidedSince = (listReadAt: number): ReadonlySet<number> => (decided.listReadAt === listReadAt ? decided.ids : none);
  return {
    isWorking,
    decidedSince,
    onDecided: (bankEntryId, listReadAt) => {
      setDecided((before) => ({ listReadAt, ids: new Set([...(before.listReadAt === listReadAt ? before.ids : none), bankEntryId]) }));
      setWorking(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setWorking(false), restMs);
    },
  };
}
