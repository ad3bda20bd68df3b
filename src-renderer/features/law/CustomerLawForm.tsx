import { Checkbox, Select, TextInput } from '@mantine/core';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { focusFirstProblem } from '../../ui/focusFirstProblem.ts';
import { showToast } from '../../ui/toastStore.ts';
import css from './Law.module.css';
import type { Claims } from './lawTypes.ts';
import { percentAsTyped, percentFromText } from './percentInput.ts';

type Law = Claims['customerLaw'];
type FormProps = { readonly customerId: number; readonly law: Law; readonly onClose: () => void };
const bySettings = 'settings';

/** How this customer is treated by the law, where that differs from the settings. */
export function CustomerLawForm({ customerId, law, onClose }: FormProps): ReactElement {
  const { t, language } = useText();
  const [changed, setChanged] = useState<Law>(law);
  const [percent, setPercent] = useState(percentAsTyped(law.interestPercent, language === 'en' ? '.' : ','));
  const save = useMutationCall('law.saveCustomer', { showsErrorItself: true });
  const isPercentFine = percent.trim() === '' || percentFromText(percent) !== null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!isPercentFine) return focusFirstProblem(event.currentTarget);
    save.mutate(
      { customerId, law: { ...changed, interestPercent: percentFromText(percent) } },
      {
        onSuccess: () => {
          showToast({ message: t('law.customer.saved'), undo: () => save.mutate({ customerId, law }) });
          onClose();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate className={css['fields']}>
      <Checkbox
        data-autofocus
        label={t('law.customer.asConsumer')}
        description={t('law.customer.asConsumerHint')}
        checked={changed.isTreatedAsConsumer}
        onChange={(event) => setChanged({ ...changed, isTreatedAsConsumer: event.currentTarget.checked })}
      />
      <Choices law={changed} onChange={setChanged} />
      <TextInput
        label={t('law.customer.percent')}
        description={t('law.customer.percentHint')}
        value={percent}
        maxLength={10}
        error={isPercentFine ? null : t('law.customer.percentWrong')}
        onChange={(event) => setPercent(event.currentTarget.value)}
      />
      <Checkbox label={t('law.customer.simple')} checked={changed.isSimple} onChange={(event) => setChanged({ ...changed, isSimple: event.currentTarget.checked })} />
      {save.error !== null && <ErrorState error={save.error} />}
      <div className={css['actions']}>
        <Button type="submit" variant="filled" busy={save.isPending}>
          {t('law.settings.save')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}

function Choices({ law, onChange }: { readonly law: Law; readonly onChange: (law: Law) => void }): ReactElement {
  const { t } = useText();
  const ofSettings = { value: bySettings, label: t('law.customer.bySettings') };
  return (
    <>
      <Select
        label={t('law.customer.term')}
        description={t('law.customer.termHint')}
        allowDeselect={false}
        data={[ofSettings, { value: 'yes', label: t('law.customer.yes') }, { value: 'no', label: t('law.customer.no') }]}
        value={law.isTermAgreed === null ? bySettings : law.isTermAgreed ? 'yes' : 'no'}
        onChange={(value) => onChange({ ...law, isTermAgreed: value === 'yes' ? true : value === 'no' ? false : null })}
      />
      <Select
        label={t('law.customer.after')}
        allowDeselect={false}
        data={[ofSettings, { value: 'keep', label: t('law.customer.keep') }, { value: 'waive', label: t('law.customer.waive') }]}
        value={law.afterPayment ?? bySettings}
        onChange={(value) => onChange({ ...law, afterPayment: value === 'keep' || value === 'waive' ? value : null })}
      />
    </>
  );
}
