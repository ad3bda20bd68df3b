import { useCallback, useSyncExternalStore } from 'react';

/**
 * Addresses live behind the `#`, with their query: `#/debiteuren?paneel=12&filter=vervallen`. So they never reach a server, work from
 * any host, and Back works. (wouter's own hash location puts the query in front of the hash, which would reach the server.)
 */
const changed = 'termijn-address';
const read = (): string => {
  const text = globalThis.location.hash.replace(/^#/, '');
  return text.startsWith('/') ? text : `/${text}`;
};
const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener('hashchange', listener);
    window.removeEventListener(changed, listener);
  };
};
const pathOf = (address: string): string => address.split('?', 1)[0] ?? '/';
const queryOf = (address: string): string => (address.includes('?') ? address.slice(address.indexOf('?') + 1) : '');

/** Goes to an address of the window, such as `/debiteuren/12`. */
export function goTo(address: string, options: { readonly replace?: boolean } = {}): void {
  const url = `#${address.startsWith('/') ? address : `/${address}`}`;
  if (options.replace === true) history.replaceState(null, '', url);
  else history.pushState(null, '', url);
  window.dispatchEvent(new Event(changed));
}

/** The address as `href` of a link: `linkTo('/debiteuren/12')`. */
export const linkTo = (address: string): string => `#${address}`;

const navigate = (to: string, options?: { readonly replace?: boolean }): void => goTo(to, options ?? {});

/** The location hook that wouter's Router is given. */
export function useHashAddress(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, () => pathOf(read())), navigate];
}
useHashAddress.hrefs = linkTo;
useHashAddress.searchHook = (): string => useSyncExternalStore(subscribe, () => queryOf(read()));

/** One value of the address, `filter` in `?filter=vervallen`; null takes it away. Changing it adds no step to Back unless `push`. */
export function useAddressValue(name: string): [string | null, (value: string | null, options?: { readonly push?: boolean }) => void] {
  const query = useSyncExternalStore(subscribe, () => queryOf(read()));
  const set = useCallback(
    (value: string | null, options: { readonly push?: boolean } = {}) => {
      const address = read();
      const values = new URLSearchParams(queryOf(address));
      if (value === null) values.delete(name);
      else values.set(name, value);
      const text = values.toString();
      goTo(text === '' ? pathOf(address) : `${pathOf(address)}?${text}`, { replace: options.push !== true });
    },
    [name],
  );
  return [new URLSearchParams(query).get(name), set];
}

/** The thing that is open in the side panel of this list: opening adds a step to Back, moving on to the next does not. */
export function usePanel(): { readonly openId: string | null; readonly open: (id: string | number) => void; readonly close: () => void } {
  const [openId, set] = useAddressValue('paneel');
  return { openId, open: (id) => set(String(id), { push: openId === null }), close: () => set(null) };
}
