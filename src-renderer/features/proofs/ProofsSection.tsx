import { Checkbox } from '@mantine/core';
import { IconDownload, IconFileCheck, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { downloadFile } from '../../backend/files.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { Section } from '../../ui/Section.tsx';
import { showToast } from '../../ui/toastStore.ts';
import { TwoLineItem, TwoLineList } from '../../ui/TwoLineItem.tsx';
import { AddProof, type ProofPlace } from './AddProof.tsx';
import css from './Proofs.module.css';

type Proof = OutputOf<'proofs.list'>['proofs'][number];

function ProofLine({ proof, namesPlace }: { readonly proof: Proof; readonly namesPlace: boolean }): ReactElement {
  const { t, format } = useText();
  const open = useMutationCall('proofs.open');
  const enclose = useMutationCall('proofs.enclose');
  const remove = useMutationCall('proofs.remove');
  const { proofId, name, kind, pages, addedAt, isEnclosed } = proof;
  const about = namesPlace ? (proof.documentNumber === '' ? proof.messageReference : proof.documentNumber) : '';
  const take = (): void =>
    remove.mutate(
      { proofId, isRemoved: true },
      { onSuccess: () => showToast({ message: t('proofs.removed', { name }), undo: () => remove.mutate({ proofId, isRemoved: false }) }) },
    );
  return (
    <TwoLineItem
      icon={IconFileCheck}
      title={about === '' ? t(`proofs.kind.${kind}`) : t('proofs.kindAbout', { kind: t(`proofs.kind.${kind}`), about })}
      detail={
        <>
          <span className={css['name']}>{t('proofs.facts', { name, count: pages, added: format.instant(addedAt).split(' ')[0] ?? '' })}</span>
          <Checkbox
            size="xs"
            className={css['enclose'] ?? ''}
            label={t('proofs.enclosed')}
            aria-label={t('proofs.encloseFor', { name })}
            checked={isEnclosed}
            disabled={enclose.isPending}
            onChange={(event) => enclose.mutate({ proofId, isEnclosed: event.currentTarget.checked })}
          />
        </>
      }
      action={
        <span className={css['actions']}>
          <IconButton size="sm" icon={IconDownload} label={t('proofs.open', { name })} onClick={() => open.mutate({ proofId }, { onSuccess: downloadFile })} />
          <IconButton size="sm" icon={IconTrash} label={t('proofs.remove', { name })} onClick={take} />
        </span>
      }
    />
  );
}

/** Proofs of an invoice, of a message, or of a whole customer, and a place to add one. */
export function ProofsSection({ place }: { readonly place: ProofPlace }): ReactElement {
  const { t } = useText();
  const [isAdding, setIsAdding] = useState(false);
  const list = useCall('proofs.list', { customerId: place.customerId });
  const isAll = place.documentId === null && place.messageId === null;
  const isHere = (proof: Proof): boolean => isAll || (place.documentId !== null && proof.documentId === place.documentId) || (place.messageId !== null && proof.messageId === place.messageId);
  return (
    <Section
      small
      title={t('proofs.title')}
      actions={
        !isAdding && (
          <Button size="sm" variant="quiet" icon={IconPlus} onClick={() => setIsAdding(true)}>
            {t('proofs.add')}
          </Button>
        )
      }
    >
      <QueryView query={list}>
        {({ proofs }) => {
          const shown = proofs.filter(isHere);
          return shown.length === 0 ? (
            <>{!isAdding && <p className="ink-2 small">{t('proofs.none')}</p>}</>
          ) : (
            <TwoLineList label={t('proofs.title')}>
              {shown.map((proof) => (
                <ProofLine key={proof.proofId} proof={proof} namesPlace={isAll} />
              ))}
            </TwoLineList>
          );
        }}
      </QueryView>
      {isAdding && <AddProof place={place} onDone={() => setIsAdding(false)} />}
    </Section>
  );
}
