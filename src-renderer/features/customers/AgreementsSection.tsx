import { IconPencil } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { CustomerFields } from '../../../src-shared/contract/customers.ts';
import { useToday } from '../../app/appState.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { type Fact, FactList } from '../../ui/FactRow.tsx';
import { Section } from '../../ui/Section.tsx';
import css from './Customers.module.css';
import type { CustomerDetail } from './customerTypes.ts';

type Given = { readonly detail: CustomerDetail; readonly onEdit: () => void };

function Marked({ text, isEdited }: { readonly text: string; readonly isEdited: boolean }): ReactElement {
  const { t } = useText();
  return (
    <>
      {text === '' ? '–' : text}
      {isEdited && (
        <>
          <IconPencil size={13} stroke={1.75} className={css['edited']} aria-hidden />
          <span className="only-read">, {t('customers.agreements.edited')}</span>
        </>
      )}
    </>
  );
}

/** Agreements and details as they count for this customer. What the user changed by hand carries a pencil and survives imports. */
export function AgreementsSection({ detail, onEdit }: Given): ReactElement {
  const { t } = useText();
  const { fields } = detail;
  const ladders = useCall('ladders.list', {});
  const ladderKey = fields.ladder ?? ladders.data?.standard;
  const ladder = ladders.data?.ladders.find((known) => known.key === ladderKey)?.name ?? fields.ladder ?? t('customers.agreements.ladderStandard');
  return (
    <>
      <AgreementList detail={detail} ladder={ladder} onEdit={onEdit} />
      <DetailList detail={detail} onEdit={onEdit} />
      {detail.promises.length > 0 && <PromiseList detail={detail} />}
    </>
  );
}

const fact = (detail: CustomerDetail, label: string, text: string, ...names: (keyof CustomerFields)[]): Fact => ({
  label,
  value: <Marked text={text} isEdited={names.some((name) => detail.editedFields.includes(name))} />,
});

function AgreementList({ detail, ladder, onEdit }: Given & { readonly ladder: string }): ReactElement {
  const { t, format } = useText();
  const { fields } = detail;
  const facts = [
    fact(detail, t('customers.agreements.term'), fields.termDays === null ? t('customers.agreements.termByInvoice') : format.days(fields.termDays), 'termDays'),
    fact(detail, t('customers.agreements.ladder'), ladder, 'ladder'),
    fact(detail, t('customers.agreements.language'), t(`customers.language.${fields.language}`), 'language'),
    fact(detail, t('customers.agreements.channel'), t(`customers.agreements.channels.${fields.channel}`), 'channel'),
    fact(detail, t('customers.agreements.kind'), t(`customers.agreements.kinds.${fields.kind}`), 'kind'),
    ...(fields.insolventOn === null ? [] : [fact(detail, t('customers.agreements.insolvent'), format.date(fields.insolventOn, 'medium'), 'insolventOn')]),
  ];
  return (
    <Section
      small
      rule={false}
      title={t('customers.agreements.title')}
      actions={
        <Button variant="text" size="xs" flush onClick={onEdit}>
          {t('common.edit')}
        </Button>
      }
    >
      <div className={css['asideFacts']}>
        <FactList facts={facts} />
      </div>
    </Section>
  );
}

function DetailList({ detail, onEdit }: Given): ReactElement {
  const { t, format } = useText();
  const { fields } = detail;
  const address = [fields.street, [fields.postcode, fields.city].filter((part) => part !== '').join(' ')].filter((part) => part !== '').join(', ');
  const facts = [
    fact(detail, t('customers.details.number'), fields.number, 'number'),
    fact(detail, t('customers.details.address'), address, 'street', 'postcode', 'city'),
    fact(detail, t('customers.details.registration'), fields.registrationNumber, 'registrationNumber'),
    fact(detail, t('customers.details.vat'), fields.vatNumber, 'vatNumber'),
    fact(detail, t('customers.details.email'), fields.email, 'email'),
    fact(detail, t('customers.details.phone'), fields.phone, 'phone'),
    ...(detail.since === null ? [] : [{ label: t('customers.details.since'), value: format.date(detail.since, 'month') }]),
  ];
  return (
    <Section
      small
      rule={false}
      title={t('customers.details.title')}
      actions={
        <Button variant="text" size="xs" flush onClick={onEdit}>
          {t('common.edit')}
        </Button>
      }
    >
      <div className={css['asideFacts']}>
        <FactList facts={facts} />
      </div>
    </Section>
  );
}

function PromiseList({ detail }: { readonly detail: CustomerDetail }): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  return (
    <Section small rule={false} title={t('customers.promise.section')}>
      <div className={css['asideFacts']}>
        <FactList
          facts={detail.promises
            .toReversed()
            .slice(0, 5)
            .map((promise) => ({ label: format.nearDate(promise.on, today), value: `${format.amount(promise.cents)}, ${t(`customers.promise.state.${promise.state}`)}` }))}
        />
      </div>
    </Section>
  );
}
