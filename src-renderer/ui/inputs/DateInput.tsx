import { Popover, TextInput, type TextInputProps } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconAlertCircle, IconCalendar } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { parsePlainDate, type PlainDateText } from '../../../src-shared/dates.ts';
import { readDateInput } from '../../../src-shared/locales/dateInput.ts';
import { useToday } from '../../app/appState.ts';
import { useText } from '../../i18n/useText.ts';
import { IconButton } from '../Button.tsx';

type DateInputProps = {
  readonly label: string;
  readonly value: PlainDateText | null;
  /** Told only of dates that exist and lie in the range; null when the field is emptied. */
  readonly onChange: (value: PlainDateText | null) => void;
  readonly min?: PlainDateText;
  readonly max?: PlainDateText;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** The label stands inside the box, for a control in a page head. */
  readonly inline?: boolean;
  /** What the line below says when nothing was typed; disabled, say what is missing. */
  readonly hint?: string;
  readonly error?: string;
};
type Understood = { readonly date: PlainDateText | null; readonly problem: string | null; readonly words: string | null };

function useUnderstood({ min, max, required }: Pick<DateInputProps, 'min' | 'max' | 'required'>): (typed: string) => Understood {
  const { t, language, format } = useText();
  const today = useToday();
  return (typed) => {
    const read = readDateInput(typed, today, language);
    const problem = (text: string): Understood => ({ date: null, problem: text, words: null });
    switch (read.kind) {
      case 'empty':
        return required === true ? problem(t('common.required')) : { date: null, problem: null, words: null };
      case 'no-such-day':
        return problem(t('common.dateInput.noSuchDay', { typed: typed.trim() }));
      case 'not-understood':
        return problem(t('common.dateInput.notUnderstood'));
      case 'date':
        if (min !== undefined && read.date < min) return problem(t('common.dateInput.tooEarly', { date: format.date(min, 'medium') }));
        if (max !== undefined && read.date > max) return problem(t('common.dateInput.tooLate', { date: format.date(max, 'medium') }));
        return { date: read.date, problem: null, words: format.date(read.date, 'long') };
    }
  };
}

/** A date as people type it (`21-11`, `gisteren`, `+14`); the line below says what was understood. A calendar is there for those who want one. */
export function DateInput(props: DateInputProps): ReactElement {
  const { label, value, onChange, disabled = false, inline = false } = props;
  const { t, language, format } = useText();
  const understand = useUnderstood(props);
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const shown = typed ?? (value === null ? '' : format.date(value, 'numeric'));
  const understood = typed === null ? null : understand(typed);
  const problem = props.error ?? understood?.problem ?? null;
  const change = (text: string): void => {
    setTyped(text);
    const next = understand(text);
    if (next.problem === null) onChange(next.date);
  };
  const pick = (picked: string | null): void => {
    setIsOpen(false);
    setTyped(null);
    onChange(picked === null ? null : parsePlainDate(picked));
  };
  return (
    <TextInput
      {...(inline ? inlineLooks(label) : { label })}
      value={shown}
      disabled={disabled}
      required={props.required ?? false}
      withAsterisk={false}
      autoComplete="off"
      spellCheck={false}
      error={problem}
      description={problem === null ? (understood?.words ?? props.hint ?? null) : null}
      rightSection={
        problem === null ? (
          <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" trapFocus withinPortal returnFocus>
            <Popover.Target>
              <IconButton
                size="xs"
                icon={IconCalendar}
                label={`${t('common.dateInput.calendar')}: ${label}`}
                disabled={disabled}
                onClick={() => setIsOpen(!isOpen)}
              />
            </Popover.Target>
            <Popover.Dropdown>
              <DatePicker
                hideOutsideDates
                locale={language}
                value={value}
                onChange={pick}
                {...(value !== null && { defaultDate: value })}
                {...(props.min !== undefined && { minDate: props.min })}
                {...(props.max !== undefined && { maxDate: props.max })}
                ariaLabels={{ previousMonth: t('common.previous'), nextMonth: t('common.next') }}
              />
            </Popover.Dropdown>
          </Popover>
        ) : (
          <IconAlertCircle size={16} stroke={1.75} color="var(--t-red)" aria-hidden />
        )
      }
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => understood?.problem === null && setTyped(null)}
    />
  );
}

/** The label inside the box: room for it at the left, in proportion to its length. */
const inlineLooks = (label: string): TextInputProps => ({
  'aria-label': label,
  leftSection: <span className="ink-2 small">{label}</span>,
  leftSectionWidth: label.length * 7 + 22,
  w: label.length * 7 + 148,
});
