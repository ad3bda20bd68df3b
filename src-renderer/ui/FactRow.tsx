import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import css from './Section.module.css';

export type Fact = { readonly label: string; readonly value: ReactNode; readonly note?: ReactNode };

/** Up to five figures beside each other; with two or three they are a step larger. */
export function FactRow({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  return (
    <dl className={clsx(css['facts'], facts.length < 4 && css['few'])}>
      {facts.map((fact) => (
        <div key={fact.label} className={css['fact']}>
          <dt>{fact.label}</dt>
          <dd>
            <span className={clsx(css['factValue'], 'num')}>{fact.value}</span>
            {fact.note !== undefined && <span className={css['factNote']}>{fact.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Plain pairs of label and value under each other, as in a side panel. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  return (
    <dl className={css['pairs']}>
      {facts.flatMap((fact) => [
        <dt key={`${fact.label} label`}>{fact.label}</dt>,
        <dd key={`${fact.label} value`}>
          {fact.value}
          {fact.note !== undefined && <span className={css['factNote']}>{fact.note}</span>}
        </dd>,
      ])}
    </dl>
  );
}

type SumTableProps = {
  readonly label: string;
  readonly rows: readonly { readonly key: string; readonly name: ReactNode; readonly value: ReactNode }[];
  readonly total: { readonly name: ReactNode; readonly value: ReactNode };
};

/** What a total is made of: lines, and the total on its double rule. */
export function SumTable({ label, rows, total }: SumTableProps): ReactElement {
  return (
    <table className={css['sum']} aria-label={label}>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td>{row.value}</td>
          </tr>
        ))}
        <tr className={css['grand']}>
          <th scope="row">{total.name}</th>
          <td>{total.value}</td>
        </tr>
      </tbody>
    </table>
  );
}
