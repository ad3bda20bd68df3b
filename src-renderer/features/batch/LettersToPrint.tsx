import { Checkbox, NumberInput, Select } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { stepName } from '../../../src-shared/locales/stepName.ts';
import { linkTo } from '../../app/address.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import css from './PrintListPage.module.css';
import type { ListedLetter, Printing } from './usePrinting.ts';

const labelFormats = ['3x8', '3x7', '2x7', '2x4'] as const;
type LabelFormat = (typeof labelFormats)[number];
const labelsPerSheet: Readonly<Record<LabelFormat, number>> = { '3x8': 24, '3x7': 21, '2x7': 14, '2x4': 8 };

type Labels = { readonly format: LabelFormat; readonly skip: number };
type LabelChoiceProps = { readonly labels: Labels | null; readonly onChange: (labels: Labels | null) => void };

/** The sheet of labels, and how many of the first one are used already. */
function LabelChoice({ labels, onChange }: LabelChoiceProps): ReactElement {
  const { t } = useText();
  const choose = (value: string | null): void => {
    const format = labelFormats.find((known) => known === value);
    onChange(format === undefined ? null : { format, skip: Math.min(labels?.skip ?? 0, labelsPerSheet[format] - 1) });
  };
  return (
    <>
      <Select
        label={t('batch.print.labels')}
        size="sm"
        data={[{ value: '', label: t('batch.print.noLabels') }, ...labelFormats.map((value) => ({ value, label: t(`batch.print.labelFormats.${value}`) }))]}
        value={labels?.format ?? ''}
        allowDeselect={false}
        onChange={choose}
      />
      {labels !== null && (
        <NumberInput
          label={t('batch.print.skip')}
          size="sm"
          min={0}
          max={labelsPerSheet[labels.format] - 1}
          allowDecimal={false}
          clampBehavior="strict"
          value={labels.skip}
          onChange={(value) => onChange({ ...labels, skip: typeof value === 'number' ? value : 0 })}
        />
      )}
    </>
  );
}

type LettersToPrintProps = { readonly letters: readonly ListedLetter[]; readonly printing: Printing };

/** What still has to be printed, and which of it goes registered: that is a run of its own. */
export function LettersToPrint({ letters, printing }: LettersToPrintProps): ReactElement {
  const { t, language } = useText();
  /** Beside the letters that say so themselves. */
  const [chosen, setChosen] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [labels, setLabels] = useState<Labels | null>(null);
  const isRegistered = (letter: ListedLetter): boolean => letter.sending !== null || chosen.get(letter.messageId) === true;
  const registered = letters.filter(isRegistered).map((letter) => letter.messageId);
  const make = (): void =>
    void printing.make({
      messageIds: letters.map((letter) => letter.messageId),
      registered,
      labels: registered.length === 0 ? null : labels,
    });
  return (
    <Section small title={t('batch.print.toPrint')} aside={t('batch.print.letterCount', { count: letters.length })}>
      <ul className={css['letters']} aria-label={t('batch.print.toPrint')}>
        {letters.map((letter) => (
          <li key={letter.messageId}>
            <span className={css['letterName']}>
              <a href={linkTo(`/verzonden/${letter.messageId}`)}>{letter.customerName}</a>
              <span className={css['letterMore']}>
                {letter.sending === null ? stepName(letter.step, language) : t('batch.print.saysSo', { step: stepName(letter.step, language), way: t(`batch.print.sending.${letter.sending}`) })}
              </span>
            </span>
            <Amount value={letter.cents} />
            <Checkbox
              size="xs"
              label={t('batch.print.registered')}
              aria-label={t('batch.print.registeredFor', { name: letter.customerName })}
              checked={isRegistered(letter)}
              disabled={letter.sending !== null}
              onChange={(event) => setChosen(new Map(chosen).set(letter.messageId, event.currentTarget.checked))}
            />
          </li>
        ))}
      </ul>
      <div className={css['make']}>
        {registered.length > 0 && <LabelChoice labels={labels} onChange={setLabels} />}
        <Button variant="filled" icon={IconPrinter} busy={printing.isRunning} onClick={make}>
          {t('batch.print.make', { count: letters.length })}
        </Button>
      </div>
    </Section>
  );
}
