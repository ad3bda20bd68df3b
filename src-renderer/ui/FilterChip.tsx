import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconX } from '@tabler/icons-react';
import clsx from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import css from './Words.module.css';

type FilterChipProps = {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** 24 px, for a chip inside a heading. */
  readonly small?: boolean;
  /** One of several of which always one is on: there is nothing to take away, so no cross. */
  readonly isChoice?: boolean;
  readonly children: ReactNode;
};

/** A filter that is on or off; on, it shows a cross. */
export function FilterChip({ isOn, onChange, small = false, isChoice = false, children }: FilterChipProps): ReactElement {
  return (
    <button type="button" aria-pressed={isOn} className={clsx(css['filter'], small && css['small'])} onClick={() => onChange(!isOn)}>
      <span className="num">{children}</span>
      {isOn && !isChoice && <IconX size={14} stroke={1.75} aria-hidden />}
    </button>
  );
}

type FilterMenuProps<Value extends string> = {
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value | null) => void;
};

/** A filter with a choice of values: `Land`, and `Land: België` when one is chosen. */
export function FilterMenu<Value extends string>({ label, value, options, onChange }: FilterMenuProps<Value>): ReactElement {
  const chosen = options.find((option) => option.value === value);
  return (
    <Menu>
      <Menu.Target>
        <button type="button" aria-pressed={chosen !== undefined} className={css['filter']}>
          {chosen === undefined ? label : `${label}: ${chosen.label}`}
          <IconChevronDown size={14} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map((option) => (
          <Menu.Item
            key={option.value}
            rightSection={option.value === value ? <IconCheck size={14} stroke={1.75} aria-hidden /> : null}
            onClick={() => onChange(option.value === value ? null : option.value)}
          >
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** A row of filters under a page title. */
export function FilterBar({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div role="group" aria-label={label} className={clsx(css['filters'], 'no-print')}>
      {children}
    </div>
  );
}
