import { Modal } from '@mantine/core';
import type { ReactElement } from 'react';
import { useText } from '../../i18n/useText.ts';
import { CorrespondenceForm } from '../correspondence/CorrespondenceForm.tsx';
import { PlanForm } from '../paymentPlans/PlanForm.tsx';
import { ContactForm } from './ContactForm.tsx';
import type { CustomerDetail, OpenDialog } from './customerTypes.ts';
import { DisputeForm } from './DisputeForm.tsx';
import { DossierForm } from './DossierForm.tsx';
import { FieldsForm } from './FieldsForm.tsx';
import { HoldForm } from './HoldForm.tsx';
import { NoteForm } from './NoteForm.tsx';
import { PromiseForm } from './PromiseForm.tsx';

type DialogsProps = {
  readonly detail: CustomerDetail;
  readonly dialog: OpenDialog | null;
  readonly onOpen: (dialog: OpenDialog) => void;
  readonly onClose: () => void;
};

function useTitle(detail: CustomerDetail): (dialog: OpenDialog) => string {
  const { t } = useText();
  const numberOf = (documentId: number | null): string => detail.openItems.find((item) => item.documentId === documentId)?.number ?? '';
  return (dialog) => {
    switch (dialog.kind) {
      case 'note':
        return t(dialog.noteKind === 'call' ? 'customers.note.call' : 'customers.note.note');
      case 'hold':
        return dialog.documentId === null ? t('customers.hold.title') : t('customers.hold.titleDocument', { number: numberOf(dialog.documentId) });
      case 'dispute':
        return t('customers.dispute.title', { number: numberOf(dialog.documentId) });
      case 'promise':
        return t('customers.promise.title');
      case 'plan':
        return t('paymentPlans.title');
      case 'correspondence':
        return t('correspondence.action');
      case 'dossier':
        return t('customers.dossier.title');
      case 'contact':
        return t(dialog.contactId === null ? 'customers.contact.addTitle' : 'customers.contact.editTitle');
      case 'fields':
        return t('customers.form.title');
    }
  };
}

function DialogForm({ detail, dialog, onOpen, onClose }: DialogsProps & { readonly dialog: OpenDialog }): ReactElement {
  switch (dialog.kind) {
    case 'note':
      return <NoteForm detail={detail} noteKind={dialog.noteKind} onPromise={() => onOpen({ kind: 'promise' })} onClose={onClose} />;
    case 'hold':
      return <HoldForm detail={detail} documentId={dialog.documentId} onClose={onClose} />;
    case 'dispute':
      return <DisputeForm detail={detail} documentId={dialog.documentId} onClose={onClose} />;
    case 'promise':
      return <PromiseForm detail={detail} onClose={onClose} />;
    case 'plan':
      return <PlanForm detail={detail} onClose={onClose} />;
    case 'correspondence':
      return <CorrespondenceForm detail={detail} onClose={onClose} />;
    case 'contact':
      return <ContactForm detail={detail} contactId={dialog.contactId} onClose={onClose} />;
    case 'dossier':
      return <DossierForm detail={detail} onClose={onClose} />;
    case 'fields':
      return <FieldsForm detail={detail} onClose={onClose} />;
  }
}

export function CustomerDialogs({ detail, dialog, onOpen, onClose }: DialogsProps): ReactElement {
  const { t } = useText();
  const titleOf = useTitle(detail);
  return (
    <Modal
      opened={dialog !== null}
      onClose={onClose}
      size={dialog?.kind === 'correspondence' ? 1020 : dialog?.kind === 'fields' || dialog?.kind === 'plan' ? 680 : 500}
      title={dialog === null ? '' : titleOf(dialog)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {dialog !== null && <DialogForm detail={detail} dialog={dialog} onOpen={onOpen} onClose={onClose} />}
    </Modal>
  );
}
