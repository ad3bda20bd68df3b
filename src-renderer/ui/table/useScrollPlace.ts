import { type RefObject, useLayoutEffect } from 'react';

/** How far each list was scrolled, by its address without the panel, for as long as the window is open. */
const places = new Map<string, number>();
const addressOfList = (): string => globalThis.location.hash.replace(/([?&])paneel=[^&]*&?/, '$1').replace(/[?&]$/, '');

/** Back leads to the list as it was left, not to its top. */
export function useScrollPlace(scroller: RefObject<HTMLDivElement | null>, isKept: boolean): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!isKept || element === null) return undefined;
    const restore = requestAnimationFrame(() => element.scrollTo(0, places.get(addressOfList()) ?? 0));
    const remember = (): void => void places.set(addressOfList(), element.scrollTop);
    element.addEventListener('scroll', remember, { passive: true });
    return () => {
      cancelAnimationFrame(restore);
      element.removeEventListener('scroll', remember);
    };
  }, [scroller, isKept]);
}
