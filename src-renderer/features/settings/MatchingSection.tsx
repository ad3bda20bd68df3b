import { Checkbox, NumberInput } from '@mantine/core';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { CallInput, OutputOf } from '../../../src-shared/contract/index.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { AmountInput } from '../../ui/inputs/AmountInput.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Column } from '../../ui/table/columns.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import css from './SettingsPage.module.css';

type Policy = OutputOf<'matching.policy'>['policy'];
type Fact = OutputOf<'matching.learned'>['facts'][number];
const rules = ['reference', 'number', 'sum', 'letter', 'direct-debit', 'order', 'iban-amount', 'iban-sum', 'customer-amount', 'instalment', 'promise', 'name-amount'] as const;
const amounts = { bankCostsMaxCents: 'cash.policy.bankCosts', smallDifferenceMaxCents: 'cash.policy.small', writeOffMaxCents: 'cash.policy.writeOff' } as const;

/** What the program may assign by itself, what may be written off, and what it learned. */
export function MatchingSection(): ReactElement {
  const { t } = useText();
  const policy = useCall('matching.policy', {});
  return (
    <SettingsFrame title={t('settings.matching.title')} lead={t('cash.policy.lead')}>
      <QueryView query={policy}>{({ policy: saved }) => <PolicyForm key={JSON.stringify(saved)} saved={saved} />}</QueryView>
      <Learned />
    </SettingsFrame>
  );
}

function PolicyForm({ saved }: { readonly saved: Policy }): ReactElement {
  const { t } = useText();
  const [policy, setPolicy] = useState<Policy>(saved);
  const save = useMutationCall('matching.savePolicy');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const input: CallInput<'matching.savePolicy'> = { policy };
    save.mutate(input, { onSuccess: () => showToast({ message: t('common.saved'), undo: () => save.mutate({ policy: saved }) }) });
  };
  const setAmount = (key: keyof typeof amounts, value: Cents | null): void => setPolicy({ ...policy, [key]: value ?? 0 });
  return (
    <form onSubmit={submit} noValidate className={css['form']}>
      <fieldset className={css['checks']}>
        <legend>{t('cash.policy.mayBook')}</legend>
        {rules.map((rule) => (
          <Checkbox
            key={rule}
            label={t(`cash.policy.rules.${rule}`)}
            checked={policy.mayBook[rule]}
            onChange={(event) => setPolicy({ ...policy, mayBook: { ...policy.mayBook, [rule]: event.currentTarget.checked } })}
          />
        ))}
        <Checkbox label={t('cash.policy.returns')} checked={policy.mayBookReturns} onChange={(event) => setPolicy({ ...policy, mayBookReturns: event.currentTarget.checked })} />
      </fieldset>
      {(['bankCostsMaxCents', 'smallDifferenceMaxCents', 'writeOffMaxCents'] as const).map((key) => (
        <AmountInput key={key} label={t(amounts[key])} hint={t('cash.policy.zero')} value={policy[key]} onChange={(value) => setAmount(key, value)} />
      ))}
      <NumberInput
        label={t('cash.policy.grace')}
        value={policy.discountGraceDays}
        min={0}
        max={30}
        allowDecimal={false}
        styles={{ wrapper: { maxWidth: 120 } }}
        onChange={(value) => setPolicy({ ...policy, discountGraceDays: typeof value === 'number' ? Math.min(30, Math.max(0, Math.trunc(value))) : 0 })}
      />
      <div className={css['actions']}>
        <Button type="submit" variant="filled" busy={save.isPending} disabled={JSON.stringify(policy) === JSON.stringify(saved)}>
          {t('cash.policy.save')}
        </Button>
      </div>
    </form>
  );
}

function Learned(): ReactElement {
  const { t } = useText();
  const learned = useCall('matching.learned', {});
  const columns = useLearnedColumns();
  return (
    <Section title={t('cash.policy.learned')}>
      <p className="ink-2 small">{t('cash.policy.learnedLead')}</p>
      <QueryView query={learned}>
        {({ facts }) =>
          facts.length === 0 ? (
            <p className="ink-2">{t('cash.policy.learnedNone')}</p>
          ) : (
            <DataTable label={t('cash.policy.learned')} columns={columns} rows={facts} rowKey={(fact) => `${fact.kind} ${fact.key} ${fact.customerId}`} rowName={(fact) => `${fact.customerName} ${fact.key}`} />
          )
        }
      </QueryView>
    </Section>
  );
}

function useLearnedColumns(): readonly Column<Fact>[] {
  const { t, format } = useText();
  const forget = useMutationCall('matching.forget');
  return [
    {
      key: 'kind',
      header: t('cash.policy.kind'),
      cell: (fact) => (
        <>
          {t(`cash.policy.kinds.${fact.kind}`, { key: fact.key })}
          {!fact.counts && <span className="ink-3 small"> {t('cash.policy.notYet')}</span>}
        </>
      ),
    },
    { key: 'customer', header: t('cash.policy.customer'), width: 220, cell: (fact) => fact.customerName, sortValue: (fact) => fact.customerName },
    { key: 'since', header: t('cash.policy.since'), width: 120, cell: (fact) => <span className="num">{format.instant(fact.at)}</span>, sortValue: (fact) => fact.at, sortFirst: 'descending' },
    { key: 'times', header: t('cash.policy.times'), width: 70, align: 'right', cell: (fact) => <span className="num">{format.number(fact.times)}</span> },
    {
      key: 'forget',
      header: <span className="only-read">{t('cash.policy.forget')}</span>,
      name: t('cash.policy.forget'),
      width: 100,
      align: 'right',
      cell: ({ kind, key, customerId }) => (
        <Button size="xs" variant="text" onClick={() => forget.mutate({ kind, key, customerId }, { onSuccess: () => showToast({ message: t('cash.policy.forgotten') }) })}>
          {t('cash.policy.forget')}
        </Button>
      ),
    },
  ];
}
