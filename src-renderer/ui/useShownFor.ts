import { useEffect, useEffectEvent, useState } from 'react';

type Holders = { readonly onMouseEnter: () => void; readonly onMouseLeave: () => void; readonly onFocus: () => void; readonly onBlur: () => void };

/** Calls `onEnd` after so many milliseconds, or never with null; the clock stands still while the pointer or the focus is on what it is about. */
export function useShownFor(milliseconds: number | null, onEnd: () => void): Holders {
  const [isHeld, setIsHeld] = useState(false);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (isHeld || milliseconds === null) return undefined;
    const timer = setTimeout(() => end(), milliseconds);
    return () => clearTimeout(timer);
  }, [isHeld, milliseconds]);
  return { onMouseEnter: () => setIsHeld(true), onMouseLeave: () => setIsHeld(false), onFocus: () => setIsHeld(true), onBlur: () => setIsHeld(false) };
}
