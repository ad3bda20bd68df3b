import type { ReactElement } from 'react';
import type { MergeField } from '../../../src-shared/mergeFields.ts';
import { useText } from '../../i18n/useText.ts';
import css from './Templates.module.css';

type SuggestionsProps = {
  readonly id: string;
  readonly fields: readonly MergeField[];
  readonly active: number;
  readonly onField: (field: MergeField) => void;
};

export const suggestionId = (list: string, field: MergeField): string => `${list}-${field}`;

const intoView = (list: HTMLElement | null): void => list?.scrollIntoView({ block: 'nearest' });

/** The merge fields that fit what is being typed; the arrows and Enter are for the text field that they belong to. */
export function FieldSuggestions({ id, fields, active, onField }: SuggestionsProps): ReactElement {
  const { t } = useText();
  return (
    <ul ref={intoView} id={id} role="listbox" aria-label={t('templates.insert')} className={css['suggestions']}>
      {fields.map((field, index) => (
        <li
          key={field}
          id={suggestionId(id, field)}
          role="option"
          aria-selected={index === active}
          ref={index === active ? (item) => item?.scrollIntoView({ block: 'nearest' }) : null}
          // The focus stays in the text.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onField(field)}
        >
          <span>{t(`templates.fields.${field}`)}</span>
          <code className={css['mark']}>{`{{${field}}}`}</code>
        </li>
      ))}
    </ul>
  );
}
