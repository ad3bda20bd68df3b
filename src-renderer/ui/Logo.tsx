import type { ReactElement } from 'react';

/** Our own sign: a T whose crossbar is a term, the part that has run white, the part to come pale. */
export function Logo({ size }: { readonly size: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect width="24" height="24" rx="5.5" fill="var(--t-fill)" />
      <path d="M5.8 8.1h6.4" stroke="var(--t-fill-text)" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M14.6 8.1h3.8" stroke="var(--t-fill-text)" strokeOpacity=".45" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M12.4 8.1v8.9" stroke="var(--t-fill-text)" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  );
}
