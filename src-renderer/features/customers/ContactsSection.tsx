import { IconMail, IconPencil, IconPhone, IconPlus, IconUserCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { isGenericMailbox } from '../../../src-shared/genericMailbox.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Section } from '../../ui/Section.tsx';
import css from './Customers.module.css';
import type { CustomerDetail, OpenDialog } from './customerTypes.ts';

type Contact = CustomerDetail['contacts'][number];
type OnOpen = { readonly onOpen: (dialog: OpenDialog) => void };

/** Who gets the messages about paying, and who else there is. */
export function ContactsSection({ detail, onOpen }: { readonly detail: CustomerDetail } & OnOpen): ReactElement {
  const { t } = useText();
  const payment = detail.contacts.find((contact) => contact.isPaymentContact);
  const others = detail.contacts.filter((contact) => contact !== payment);
  return (
    <>
      <Section small rule={false} title={t('customers.contact.payment')}>
        {payment === undefined ? <NoContact detail={detail} onOpen={onOpen} /> : <PaymentContact contact={payment} onOpen={onOpen} />}
      </Section>
      {others.length > 0 && (
        <Section small rule={false} title={t('customers.contact.others')}>
          {others.map((contact) => (
            <OtherContact key={contact.contactId} contact={contact} onOpen={onOpen} />
          ))}
        </Section>
      )}
      {payment !== undefined && (
        <Button variant="text" size="xs" flush icon={IconPlus} onClick={() => onOpen({ kind: 'contact', contactId: null })}>
          {t('customers.contact.add')}
        </Button>
      )}
    </>
  );
}

function NoContact({ detail, onOpen }: { readonly detail: CustomerDetail } & OnOpen): ReactElement {
  const { t } = useText();
  const { email } = detail.fields;
  return (
    <>
      <p className="ink-2 small">{email === '' ? t('customers.contact.noneAtAll') : t('customers.contact.none', { address: email })}</p>
      {isGenericMailbox(email) && <p className={css['hint']}>{t('customers.contact.generic', { address: email })}</p>}
      <Button variant="text" size="xs" flush icon={IconPlus} onClick={() => onOpen({ kind: 'contact', contactId: null })}>
        {t('customers.contact.add')}
      </Button>
    </>
  );
}

function EditButton({ contact, onOpen }: { readonly contact: Contact } & OnOpen): ReactElement {
  const { t } = useText();
  const name = contact.name === '' ? contact.email : contact.name;
  return <IconButton size="xs" icon={IconPencil} label={t('customers.contact.edit', { name })} onClick={() => onOpen({ kind: 'contact', contactId: contact.contactId })} />;
}

function PaymentContact({ contact, onOpen }: { readonly contact: Contact } & OnOpen): ReactElement {
  const { t } = useText();
  return (
    <>
      <div className={css['contactRow']}>
        <span className={css['person']}>{contact.name === '' ? t('customers.contact.unnamed') : contact.name}</span>
        <EditButton contact={contact} onOpen={onOpen} />
      </div>
      <p className="ink-2 small">{t(`customers.contact.roles.${contact.role}`)}</p>
      {contact.canReleasePayment && (
        <Chip tone="green" icon={IconUserCheck}>
          {t('customers.contact.canRelease')}
        </Chip>
      )}
      {contact.phone !== '' && (
        <div className={css['contactLine']}>
          <IconPhone size={15} stroke={1.75} aria-hidden />
          <span className="num">{contact.phone}</span>
        </div>
      )}
      {contact.email !== '' && (
        <div className={css['contactLine']}>
          <IconMail size={15} stroke={1.75} aria-hidden />
          <span>{contact.email}</span>
        </div>
      )}
      {isGenericMailbox(contact.email) && <p className={css['hint']}>{t('customers.contact.generic', { address: contact.email })}</p>}
      {(contact.role === 'buyer' || contact.role === 'project') && <p className={css['hint']}>{t('customers.contact.buyer')}</p>}
    </>
  );
}

function OtherContact({ contact, onOpen }: { readonly contact: Contact } & OnOpen): ReactElement {
  const { t } = useText();
  return (
    <div className={css['contactRow']}>
      <span>
        {contact.name === '' ? contact.email : contact.name}{' '}
        <span className="ink-2 small">
          {t(`customers.contact.roles.${contact.role}`).toLowerCase()}, {t('customers.contact.noReminders')}
        </span>
      </span>
      <EditButton contact={contact} onOpen={onOpen} />
    </div>
  );
}
