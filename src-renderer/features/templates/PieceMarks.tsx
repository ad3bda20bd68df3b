import type { ReactElement } from 'react';
import css from './Templates.module.css';

export type Mark = { readonly start: number; readonly end: number; readonly tone: 'error' | 'warning' };

/** Lies under a text field with the same words in the same places, and underlines what is wrong in them. */
export function PieceMarks({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }): ReactElement | null {
  const ordered = marks.toSorted((a, b) => a.start - b.start);
  if (ordered.length === 0) return null;
  const parts: ReactElement[] = [];
  let from = 0;
  for (const { start, end, tone } of ordered) {
    if (start < from) continue;
    parts.push(<span key={`p${from}`}>{text.slice(from, start)}</span>);
    parts.push(
      <mark key={`m${start}`} data-tone={tone}>
        {text.slice(start, end)}
      </mark>,
    );
    from = end;
  }
  return (
    <div className={css['marks']} aria-hidden>
      {parts}
      {text.slice(from)}
    </div>
  );
}
