import { IconArrowBackUp, IconArrowDown, IconArrowUp, IconMinus } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { PieceField } from './PieceField.tsx';
import { isPieceRemoved, ownPieces, type Placed } from './templateArrangement.ts';
import css from './Templates.module.css';
import type { Block, Findings, Piece, TemplateView, TemplateWords } from './templateTypes.ts';

/** What can be done with a block where it stands; a step is null where it may not go. */
export type BlockMoves = {
  readonly up: (() => void) | null;
  readonly down: (() => void) | null;
  readonly remove: ((part: string) => void) | null;
  readonly putBack: (part: string) => void;
};

export type BlockProps = {
  readonly placed: Placed;
  readonly name: string;
  readonly view: TemplateView;
  readonly words: TemplateWords;
  readonly findings: Findings;
  readonly moves: BlockMoves;
  readonly onText: (piece: Piece, text: string) => void;
};

/** A block of the letter in its place: its sentences, or that we fill it, and the keys to move it or leave it out. */
export function BlockPart(props: BlockProps): ReactElement {
  const { placed, name, moves } = props;
  const { block } = placed;
  const { t } = useText();
  if (placed.isRemoved) return <LeftOut label={t('templates.leftOut', { part: name })} name={name} onPutBack={() => moves.putBack(placed.name)} />;
  if (block === null) return <OwnBlock {...props} />;
  if (block.pieces.length === 0) {
    return (
      <div className={css['filled']} data-block={placed.name} role="group" aria-label={name}>
        <p>
          <strong>{name}</strong> {t('templates.filled')}
        </p>
        <MoveKeys name={name} moves={moves} {...(block.isRequired ? {} : { onRemove: () => moves.remove?.(placed.name) })} />
      </div>
    );
  }
  return <WordedBlock {...props} block={block} />;
}

function WordedBlock({ block, placed, name, view, words, findings, moves, onText }: BlockProps & { readonly block: Block }): ReactElement {
  const { t } = useText();
  const keys = <MoveKeys name={name} moves={moves} {...(block.isRequired ? {} : { onRemove: () => moves.remove?.(placed.name) })} />;
  const common = { lang: view.key.language, words, fields: view.fields, findings, onText };
  const [only, ...others] = block.pieces;
  if (only !== undefined && others.length === 0) {
    return (
      <section className={css['block']} role="group" aria-label={name} data-block={placed.name}>
        <PieceField {...common} piece={only} name={name} caption={<h4>{name}</h4>} keys={keys} />
      </section>
    );
  }
  return (
    <BlockFrame name={name} placed={placed} keys={keys}>
      {block.pieces.map((piece, index) => {
        const called = t('templates.piece', { block: name, number: index + 1 });
        if (isPieceRemoved(words, piece)) return <LeftOut key={piece.key} label={t('templates.leftOutSentence', { sentence: piece.ours })} name={called} onPutBack={() => moves.putBack(piece.key)} />;
        return (
          <PieceField
            key={piece.key}
            {...common}
            piece={piece}
            name={called}
            {...(piece.isRequired ? {} : { onRemove: () => moves.remove?.(piece.key) })}
          />
        );
      })}
    </BlockFrame>
  );
}

function OwnBlock({ placed, name, view, words, findings, moves, onText }: BlockProps): ReactElement {
  const { t } = useText();
  const [heading, text] = ownPieces(placed.name);
  const common = { lang: view.key.language, words, fields: view.fields, findings, onText };
  return (
    <BlockFrame name={name} placed={placed} keys={<MoveKeys name={name} moves={moves} isOwn onRemove={() => moves.remove?.(placed.name)} />}>
      <PieceField {...common} piece={heading} name={t('templates.ownHeading', { block: name })} caption={<span>{t('templates.headingOptional')}</span>} />
      <PieceField {...common} piece={text} name={t('templates.ownText', { block: name })} caption={<span>{t('templates.text')}</span>} />
    </BlockFrame>
  );
}

type FrameProps = { readonly name: string; readonly placed: Placed; readonly keys: ReactNode; readonly children: ReactNode };

function BlockFrame({ name, placed, keys, children }: FrameProps): ReactElement {
  return (
    <section className={css['block']} role="group" aria-label={name} data-block={placed.name}>
      <div className={css['blockHead']}>
        <h4>{name}</h4>
        {keys}
      </div>
      {children}
    </section>
  );
}

type KeysProps = { readonly name: string; readonly moves: BlockMoves; readonly isOwn?: boolean; readonly onRemove?: () => void };

/** Nothing for a block that stays where it is; the arrow of a way that is closed stays, so that the focus does too. */
function MoveKeys({ name, moves, isOwn = false, onRemove }: KeysProps): ReactElement {
  const { t } = useText();
  const canMove = moves.up !== null || moves.down !== null;
  return (
    <span className={css['moveKeys']}>
      {canMove && (
        <>
          <IconButton size="xs" icon={IconArrowUp} data-step="up" label={t('templates.up', { block: name })} aria-disabled={moves.up === null} onClick={() => moves.up?.()} />
          <IconButton size="xs" icon={IconArrowDown} data-step="down" label={t('templates.down', { block: name })} aria-disabled={moves.down === null} onClick={() => moves.down?.()} />
        </>
      )}
      {onRemove !== undefined && (
        <Button size="xs" variant="quiet" icon={IconMinus} aria-label={isOwn ? t('templates.removeNamed', { part: name }) : t('templates.leaveOutNamed', { part: name })} onClick={onRemove}>
          {isOwn ? t('templates.remove') : t('templates.leaveOut')}
        </Button>
      )}
    </span>
  );
}

function LeftOut({ label, name, onPutBack }: { readonly label: string; readonly name: string; readonly onPutBack: () => void }): ReactElement {
  const { t } = useText();
  return (
    <div className={css['leftOut']}>
      <p>{label}</p>
      <Button size="xs" variant="quiet" icon={IconArrowBackUp} aria-label={t('templates.returnNamed', { part: name })} onClick={onPutBack}>
        {t('templates.return')}
      </Button>
    </div>
  );
}
