import clsx from 'clsx';
import type { ReactElement } from 'react';
import type { Buckets } from '../../src-shared/contract/common.ts';
import { wholePercentages } from '../../src-shared/locales/formatters.ts';
import type { Cents } from '../../src-shared/money.ts';
import { useText } from '../i18n/useText.ts';
import { AgeSquare } from './AgeSquare.tsx';
import css from './AgingStrip.module.css';
import { agedBucketNames, type BucketName, bucketColour } from './ageing.ts';
import { Amount } from './Amount.tsx';

type AgingStripProps = {
  readonly buckets: Buckets;
  /** What stands below: nothing, the words in a line, or a small table with amounts and shares. */
  readonly legend?: 'none' | 'words' | 'table';
  readonly onOpen?: (bucket: BucketName) => void;
};

type Part = { readonly bucket: BucketName; readonly value: Cents; readonly share: number };

/** Credit balances count as nothing in the strip, because a length cannot be negative; the amounts beside it keep their sign. */
function partsOf(buckets: Buckets): readonly Part[] {
  const shown: readonly BucketName[] = buckets.undated === 0 ? agedBucketNames : [...agedBucketNames, 'undated'];
  const shares = wholePercentages(shown.map((bucket) => Math.max(0, buckets[bucket])));
  return shown.map((bucket, index) => ({ bucket, value: buckets[bucket], share: shares[index] ?? 0 }));
}

/** What is open, by age, as one strip in the five colours of the scale. */
export function AgingStrip({ buckets, legend = 'none', onOpen }: AgingStripProps): ReactElement {
  const { t, format } = useText();
  const parts = partsOf(buckets);
  const filled = parts.filter((part) => part.value > 0);
  const summary = filled.map((part) => `${t(`common.age.${part.bucket}`)} ${format.amount(part.value)}`).join(', ');
  const firstOverdue = filled.find((part) => part.bucket !== 'notDue')?.bucket;
  return (
    <div>
      <div
        role="img"
        aria-label={t('common.age.strip', { parts: summary === '' ? t('common.none') : summary })}
        className={clsx(css['strip'], legend === 'none' && css['thin'])}
      >
        {filled.map((part, index) => (
          <span
            key={part.bucket}
            className={clsx(css['part'], index > 0 && part.bucket === firstOverdue && css['firstOverdue'])}
            style={{ flex: `${part.value} 0 0`, background: bucketColour(part.bucket) }}
          />
        ))}
      </div>
      {legend === 'words' && (
        <ul className={css['words']}>
          {parts.map(({ bucket }) => (
            <li key={bucket}>
              <AgeSquare bucket={bucket} />
              {t(`common.age.${bucket}`)}
            </li>
          ))}
        </ul>
      )}
      {legend === 'table' && <StripTable parts={parts} {...(onOpen && { onOpen })} />}
    </div>
  );
}

function StripTable({ parts, onOpen }: { readonly parts: readonly Part[]; readonly onOpen?: (bucket: BucketName) => void }): ReactElement {
  const { t, format } = useText();
  return (
    <table className={css['table']}>
      <tbody>
        {parts.map(({ bucket, value, share }) => (
          <tr key={bucket}>
            <th scope="row">
              <span className={css['name']}>
                <AgeSquare bucket={bucket} />
                {t(`common.age.${bucket}`)}
              </span>
            </th>
            <td>
              <Amount value={value} {...(onOpen && { onOpen: () => onOpen(bucket) })} openLabel={t(`common.age.${bucket}`)} />
            </td>
            <td className={clsx(css['share'], 'num')}>{format.percentage(share / 100)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
