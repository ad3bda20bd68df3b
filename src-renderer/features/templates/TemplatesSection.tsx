import { Select } from '@mantine/core';
import type { ReactElement } from 'react';
import { linkTo, useAddressValue } from '../../app/address.ts';
import { useAppState } from '../../app/appState.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { QueryView } from '../../ui/QueryView.tsx';
import { SettingsFrame } from '../settings/SettingsFrame.tsx';
import { draftFor, keepDraft, useTemplateDrafts } from './templateDrafts.ts';
import { TemplateEditor } from './TemplateEditor.tsx';
import css from './Templates.module.css';
import { type Letters, nameOfKey, type TemplateKey } from './templateTypes.ts';
import { UnsavedLetters } from './UnsavedLetters.tsx';

/** The words of every letter: which letter, in which language, by the law of which country and for whom. */
export function TemplatesSection(): ReactElement {
  const { t } = useText();
  const list = useCall('templates.list', {});
  return (
    <SettingsFrame title={t('settings.letters.title')} lead={t('settings.letters.lead')}>
      <QueryView query={list}>{({ letters }) => <Chosen letters={letters} />}</QueryView>
    </SettingsFrame>
  );
}

/** The address names the letter; what it does not name, or names wrongly, is the first that exists. */
function useChosen(letters: Letters): readonly [TemplateKey, (part: Partial<TemplateKey>) => void] {
  const [address, setAddress] = useAddressValue('brief');
  const keys = letters.flatMap(({ kind, readers }) => readers.map(({ language, country, customerKind }): TemplateKey => ({ kind, language, country, customerKind })));
  const found = keys.find((key) => nameOfKey(key) === address) ?? keys.find((key) => key.kind === 'reminder-1') ?? keys[0];
  if (found === undefined) throw new Error('there is no letter at all');
  const choose = (part: Partial<TemplateKey>): void => {
    const wanted = { ...found, ...part };
    // The law may not know this letter for that reader; then what was just chosen leads.
    const fits = (key: TemplateKey): boolean => Object.entries(part).every(([name, value]) => key[name as keyof TemplateKey] === value);
    const nearest = keys.filter(fits).toSorted((a, b) => sharedParts(b, wanted) - sharedParts(a, wanted))[0];
    setAddress(nameOfKey(nearest ?? wanted));
  };
  return [found, choose];
}

const sharedParts = (one: TemplateKey, other: TemplateKey): number =>
  Number(one.kind === other.kind) * 4 + Number(one.language === other.language) * 3 + Number(one.country === other.country) + Number(one.customerKind === other.customerKind);

const languages = ['nl', 'fr', 'en', 'de'] as const;
const countries = ['NL', 'BE'] as const;
const customerKinds = ['business', 'consumer'] as const;

function Chosen({ letters }: { readonly letters: Letters }): ReactElement {
  const { t } = useText();
  const [key, choose] = useChosen(letters);
  const name = nameOfKey(key);
  const view = useCall('templates.get', { key });
  const administration = String(useAppState().administration?.id ?? '');
  const drafts = useTemplateDrafts();
  const hasDraft = (kind: TemplateKey['kind']): boolean => drafts.some((draft) => draft.administration === administration && draft.key.kind === kind);
  const marked = (text: string, isChanged: boolean, isUnsaved = false): string => {
    const marks = [...(isChanged ? [t('templates.own')] : []), ...(isUnsaved ? [t('templates.notSaved')] : [])];
    return marks.length === 0 ? text : `${text} (${marks.join(', ')})`;
  };
  const readers = letters.find(({ kind }) => kind === key.kind)?.readers ?? [];
  return (
    <>
      <div className={css['choices']} role="group" aria-label={t('templates.choose')}>
        <Select
          label={t('templates.kind')}
          allowDeselect={false}
          data={letters.map(({ kind, readers: all }) => ({ value: kind, label: marked(t(`templates.kinds.${kind}`), all.some((one) => one.isChanged), hasDraft(kind)) }))}
          value={key.kind}
          onChange={(value) => choose({ kind: letters.find(({ kind }) => kind === value)?.kind ?? key.kind })}
        />
        <Select
          label={t('templates.language')}
          allowDeselect={false}
          data={languages.map((value) => ({
            value,
            label: marked(t(`templates.languages.${value}`), readers.some((one) => one.isChanged && one.language === value && one.country === key.country && one.customerKind === key.customerKind)),
          }))}
          value={key.language}
          onChange={(value) => choose({ language: languages.find((one) => one === value) ?? key.language })}
        />
        <Select
          label={t('templates.country')}
          allowDeselect={false}
          data={countries.filter((value) => readers.some((one) => one.country === value)).map((value) => ({ value, label: t(`templates.countries.${value}`) }))}
          value={key.country}
          onChange={(value) => choose({ country: value === 'BE' ? 'BE' : 'NL' })}
        />
        <Select
          label={t('templates.customerKind')}
          allowDeselect={false}
          data={customerKinds
            .filter((value) => readers.some((one) => one.country === key.country && one.customerKind === value))
            .map((value) => ({ value, label: t(`templates.customerKinds.${value}`) }))}
          value={key.customerKind}
          onChange={(value) => choose({ customerKind: value === 'consumer' ? 'consumer' : 'business' })}
        />
      </div>
      <UnsavedLetters drafts={drafts.filter((draft) => draft.administration === administration && nameOfKey(draft.key) !== name)} />
      <p className={css['envelope']}>
        <a href={linkTo('/instellingen/company')}>{t('templates.envelope')}</a>
      </p>
      <QueryView query={view}>{(data) => <TemplateEditor key={name} view={data} draft={draftFor(drafts, administration, key)} onDraft={(draft) => keepDraft(administration, key, draft)} />}</QueryView>
    </>
  );
}
