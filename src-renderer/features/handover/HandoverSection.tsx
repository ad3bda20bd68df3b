import { Modal } from '@mantine/core';
import { IconCheck, IconGavel, IconPlus } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { TwoLineItem, TwoLineList } from '../../ui/TwoLineItem.tsx';
import { SettingsFrame } from '../settings/SettingsFrame.tsx';
import css from './Handover.module.css';
import type { Party } from './handoverTypes.ts';
import { PartyForm } from './PartyForm.tsx';

function PartyRow({ party, onEdit }: { readonly party: Party; readonly onEdit: () => void }): ReactElement {
  const { t } = useText();
  const { kind, name, city, country, email, registration } = party.fields;
  const details = [t(`handover.kinds.${kind}`), city, t(`handover.countries.${country}`), registration, email];
  return (
    <TwoLineItem
      icon={IconGavel}
      title={
        <span className={css['rowTitle']}>
          {name}
          {party.isStandard && <Chip tone="green" icon={IconCheck}>{t('handover.isStandard', { country: t(`handover.countries.${country}`) })}</Chip>}
        </span>
      }
      detail={details.filter((part) => part !== '').join(' · ')}
      action={
        <Button size="sm" onClick={onEdit} aria-label={t('handover.editNamed', { name })}>
          {t('handover.edit')}
        </Button>
      }
    />
  );
}

function Parties({ parties }: { readonly parties: readonly Party[] }): ReactElement {
  const { t } = useText();
  const profile = useCall('administrations.profile', {});
  const [open, setOpen] = useState<Party | 'new' | null>(null);
  const add = (
    <Button icon={IconPlus} onClick={() => setOpen('new')}>
      {t('handover.add')}
    </Button>
  );
  const country = profile.data?.country === 'BE' ? 'BE' : 'NL';
  return (
    <>
      {parties.length === 0 ? (
        <EmptyState icon={IconGavel} title={t('handover.empty')} body={t('handover.emptyBody')} action={add} />
      ) : (
        <>
          <TwoLineList label={t('settings.handover.title')}>
            {parties.map((party) => (
              <PartyRow key={party.partyId} party={party} onEdit={() => setOpen(party)} />
            ))}
          </TwoLineList>
          <div className={css['add']}>{add}</div>
        </>
      )}
      <Modal opened={open !== null} onClose={() => setOpen(null)} size={560} title={t(open === 'new' ? 'handover.addTitle' : 'handover.editTitle')} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {open !== null && <PartyForm party={open === 'new' ? null : open} country={country} isFirst={!parties.some((party) => party.isStandard && party.fields.country === country)} onClose={() => setOpen(null)} />}
      </Modal>
    </>
  );
}

/** Bailiffs, agencies and lawyers: whom the announcement of a handover names, and whom a dossier is for. */
export function HandoverSection(): ReactElement {
  const { t } = useText();
  const parties = useCall('handover.parties', {});
  return (
    <SettingsFrame title={t('settings.handover.title')} lead={t('settings.handover.lead')}>
      <QueryView query={parties}>{(data) => <Parties parties={data.parties} />}</QueryView>
    </SettingsFrame>
  );
}
