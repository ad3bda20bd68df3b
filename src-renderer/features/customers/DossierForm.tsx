import { Checkbox, Select } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { linkTo } from '../../app/address.ts';
import { useCall } from '../../backend/queries.ts';
import { downloadFile } from '../../backend/files.ts';
import { useText } from '../../i18n/useText.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useJob } from '../../ui/useJob.ts';
import css from './Customers.module.css';
import type { CustomerDetail } from './customerTypes.ts';
import { DialogFrame } from './DialogFrame.tsx';

type Made = OutputOf<'dossier.make'>;
const noParties: OutputOf<'handover.parties'>['parties'] = [];

/** Everything about this debt for who takes it over, as one PDF and as an archive; our own follow-up stops from then on unless that is taken off. */
export function DossierForm({ detail, onClose }: { readonly detail: CustomerDetail; readonly onClose: () => void }): ReactElement {
  const { t, format } = useText();
  const run = useJob();
  const parties = useCall('handover.parties', {}).data?.parties ?? noParties;
  const standard = parties.find(({ isStandard, fields }) => isStandard && fields.country === detail.fields.country);
  const [chosen, setChosen] = useState<string | null>(null);
  const [stopsFollowUp, setStops] = useState(true);
  const value = chosen ?? String(standard?.partyId ?? '');
  const partyId = value === '' ? null : Number(value);
  const stops = stopsFollowUp && partyId !== null;
  const describe = ({ files, handedOverTo, file }: Made) => ({
    state: 'done' as const,
    detail: handedOverTo === null ? t('customers.dossier.done', { count: files }) : t('customers.dossier.doneHandedOver', { count: files, name: handedOverTo }),
    action: { label: t('customers.dossier.archive'), run: () => downloadFile(file) },
  });
  const make = async (): Promise<void> => {
    onClose();
    const made = await run('dossier.make', { customerId: detail.customerId, partyId, stopsFollowUp: stops }, { name: t('customers.dossier.job', { name: detail.fields.name }), describe });
    if (made !== null) downloadFile(made.portfolio);
  };
  return (
    <DialogFrame save={t('customers.dossier.make')} isBusy={false} error={null} isComplete onSave={() => void make()} onClose={onClose}>
      {() => (
        <>
          <p className={css['lead']}>{t('customers.dossier.body')}</p>
          {detail.unmatched > 0 && (
            <div className={css['notices']}>
              <Notice tone="amber" title={t('customers.dossier.unassigned', { cents: format.amount(detail.unmatched) })} />
            </div>
          )}
          <div className={css['fields']}>
            <Select
              className={css['full'] ?? ''}
              data-autofocus
              label={t('customers.dossier.recipient')}
              description={
                <>
                  {t('customers.dossier.recipientHint')} <a href={linkTo('/instellingen/handover')}>{t('customers.dossier.toSettings')}</a>
                </>
              }
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              data={[{ value: '', label: t('customers.dossier.nobody') }, ...parties.map((party) => ({ value: String(party.partyId), label: party.fields.name }))]}
              value={value}
              allowDeselect={false}
              onChange={(next) => setChosen(next ?? '')}
            />
            <Checkbox
              className={css['full'] ?? ''}
              label={t('customers.dossier.stop')}
              description={partyId === null ? t('customers.dossier.stopNeeds') : t('customers.dossier.stopHint')}
              checked={stops}
              disabled={partyId === null}
              onChange={(event) => setStops(event.currentTarget.checked)}
            />
          </div>
        </>
      )}
    </DialogFrame>
  );
}
