import { Checkbox, Select, TextInput } from '@mantine/core';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { LawSettings } from '../../../src-shared/contract/law.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { focusFirstProblem } from '../../ui/focusFirstProblem.ts';
import { QueryView } from '../../ui/QueryView.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { SettingsFrame } from '../settings/SettingsFrame.tsx';
import css from './Law.module.css';
import { percentAsTyped, percentFromText } from './percentInput.ts';
import { RatesPart } from './RatesPart.tsx';

const switches = ['isTermAgreed', 'hasConsumerClause', 'isSmallCreditor', 'isOutsourced', 'canDeductVat', 'isFortyPerInvoiceNl', 'isFortyPerInvoiceBe'] as const;

/** What the law may rest on in this administration, with the doubt explained beside each; and the statutory rates. */
export function LawSettingsSection(): ReactElement {
  const { t } = useText();
  const settings = useCall('law.settings', {});
  return (
    <SettingsFrame title={t('settings.law.title')} lead={t('settings.law.lead')}>
      <QueryView query={settings}>{(data) => <LawForm key={JSON.stringify(data)} settings={data} />}</QueryView>
      <RatesPart />
    </SettingsFrame>
  );
}

function LawForm({ settings }: { readonly settings: LawSettings }): ReactElement {
  const { t, language } = useText();
  const [changed, setChanged] = useState(settings);
  const [clause, setClause] = useState(percentAsTyped(settings.tradeClausePercent, language === 'en' ? '.' : ','));
  const save = useMutationCall('law.saveSettings');
  const isClauseFine = clause.trim() === '' || percentFromText(clause) !== null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!isClauseFine) return focusFirstProblem(event.currentTarget);
    save.mutate({ ...changed, tradeClausePercent: percentFromText(clause) }, { onSuccess: () => showToast({ message: t('common.saved'), undo: () => save.mutate(settings) }) });
  };
  return (
    <form onSubmit={submit} noValidate className={css['fields']}>
      {switches.map((name) => (
        <Checkbox
          key={name}
          label={t(`law.settings.${name}`)}
          description={t(`law.settings.${name}Hint`)}
          checked={changed[name]}
          onChange={(event) => setChanged({ ...changed, [name]: event.currentTarget.checked })}
        />
      ))}
      <TextInput
        label={t('law.settings.clause')}
        description={t('law.settings.clauseHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        styles={{ wrapper: { maxWidth: 120 } }}
        value={clause}
        maxLength={10}
        error={isClauseFine ? null : t('law.customer.percentWrong')}
        onChange={(event) => setClause(event.currentTarget.value)}
      />
      <TextInput
        label={t('law.settings.article')}
        description={t('law.settings.articleHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        styles={{ wrapper: { maxWidth: 240 } }}
        value={changed.clauseArticle}
        maxLength={40}
        onChange={(event) => setChanged({ ...changed, clauseArticle: event.currentTarget.value })}
      />
      <SettingChoices settings={changed} onChange={setChanged} />
      <div className={css['actions']}>
        <Button type="submit" variant="filled" busy={save.isPending}>
          {t('law.settings.save')}
        </Button>
      </div>
    </form>
  );
}

function SettingChoices({ settings, onChange }: { readonly settings: LawSettings; readonly onChange: (settings: LawSettings) => void }): ReactElement {
  const { t } = useText();
  return (
    <div className={css['row']}>
      <Select
        label={t('law.settings.afterPayment')}
        allowDeselect={false}
        data={[
          { value: 'waive', label: t('law.customer.waive') },
          { value: 'keep', label: t('law.customer.keep') },
        ]}
        value={settings.afterPayment}
        onChange={(value) => onChange({ ...settings, afterPayment: value === 'keep' ? 'keep' : 'waive' })}
      />
    </div>
  );
}
