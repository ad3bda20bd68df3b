import { IconCheck, IconEqual, IconMinus } from '@tabler/icons-react';
import { type ReactElement, useId, useState } from 'react';
import { sumCents } from '../../../src-shared/money.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Keycap } from '../../ui/Keycap.tsx';
import { type Strength, strengthOf } from './allocationDraft.ts';
import css from './Bank.module.css';
import type { Proposal } from './bankTypes.ts';

const looks = { strong: { tone: 'green', icon: IconCheck }, fair: { tone: 'neutral', icon: IconEqual }, weak: { tone: 'neutral', icon: IconMinus } } as const;

function useProposalWords(): (proposal: Proposal) => { readonly title: string; readonly note: string; readonly strength: Strength } {
  const { t, format } = useText();
  return (proposal) => {
    const left = sumCents(proposal.parts.map((part) => part.open)) - proposal.sum;
    const isExact = proposal.rest === 0 && left === 0;
    const numbers = `${proposal.parts
      .slice(0, 3)
      .map((part) => part.number)
      .join(', ')}${proposal.parts.length > 3 ? ` +${proposal.parts.length - 3}` : ''}`;
    const one = isExact ? 'bank.proposal.one' : left !== 0 ? 'bank.proposal.oneLess' : 'bank.proposal.oneMore';
    const title = proposal.parts.length === 1 ? t(one) : t('bank.proposal.many', { count: proposal.parts.length });
    const note =
      left === 0
        ? t('bank.proposal.rest', { numbers, cents: format.amount(proposal.rest) })
        : t('bank.proposal.stays', { numbers, cents: format.amount(left as typeof proposal.sum) });
    return { title, note, strength: strengthOf(proposal.evidence, isExact) };
  };
}

type ProposalsProps = { readonly proposals: readonly Proposal[]; readonly chosen: number; readonly onChoose: (index: number) => void };

/** The best two side by side; the others on request. */
export function Proposals({ proposals, chosen, onChoose }: ProposalsProps): ReactElement {
  const { t } = useText();
  const words = useProposalWords();
  const group = useId();
  const [areAllShown, setAreAllShown] = useState(false);
  const shown = areAllShown || chosen > 1 ? proposals : proposals.slice(0, 2);
  return (
    <>
      <fieldset className={css['proposals']}>
        <legend>{t('bank.proposal.label')}</legend>
        {shown.map((proposal, index) => {
          const { title, note, strength } = words(proposal);
          return (
            <label key={proposal.parts.map((part) => `${part.documentId}:${part.cents}`).join(' ')} className={css['proposal']} data-chosen={index === chosen || undefined}>
              <input type="radio" name={group} checked={index === chosen} onChange={() => onChoose(index)} />
              <span className={css['proposalWords']}>
                <span className={css['proposalTitle']}>{title}</span>
                <span className={css['proposalNote']}>{note}</span>
                <span className={css['proposalNote']}>{proposal.customerName}</span>
              </span>
              <Chip {...looks[strength]}>{t(`bank.proposal.${strength}`)}</Chip>
              <Keycap>{String(index + 1)}</Keycap>
            </label>
          );
        })}
      </fieldset>
      {shown.length < proposals.length && (
        <Button variant="text" size="xs" flush onClick={() => setAreAllShown(true)}>
          {t('bank.proposal.more')} ({proposals.length - shown.length})
        </Button>
      )}
    </>
  );
}
