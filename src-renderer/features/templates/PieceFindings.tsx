import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { MergeField } from '../../../src-shared/mergeFields.ts';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../../ui/Button.tsx';
import type { Mark } from './PieceMarks.tsx';
import { placesOfField, withWording, wordingOf } from './templateDraft.ts';
import css from './Templates.module.css';
import type { Findings, Piece, ToneFlag } from './templateTypes.ts';
import { useProblemText } from './useProblemText.ts';

type Problem = Findings['problems'][number];
type Place = { readonly start: number; readonly end: number };

/** Where the words of a problem stand in the text, when it names any and they still stand there. */
function placesOf({ params }: Problem, text: string): readonly Place[] {
  const { field, phrase, word } = params;
  if (typeof field === 'string') return placesOfField(text, field);
  const words = typeof phrase === 'string' ? phrase : typeof word === 'string' ? word : '';
  const start = words === '' ? -1 : text.indexOf(words);
  return start < 0 ? [] : [{ start, end: start + words.length }];
}

const problemsOf = (findings: Findings, piece: Piece): readonly Problem[] => findings.problems.filter(({ params }) => params['piece'] === piece.key);
/** What was found belongs to the text that was looked at; a flag that no longer fits the text is not shown. */
const flagsOf = (findings: Findings, piece: Piece, text: string): readonly ToneFlag[] => findings.tone.filter((flag) => flag.piece === piece.key && text.slice(flag.start, flag.end) === flag.phrase);

/** What to underline in a text. */
export const marksIn = (findings: Findings, piece: Piece, text: string): readonly Mark[] => [
  ...problemsOf(findings, piece).flatMap((problem) => placesOf(problem, text).map((place): Mark => ({ ...place, tone: problem.severity === 'error' ? 'error' : 'warning' }))),
  ...flagsOf(findings, piece, text).map(({ start, end }): Mark => ({ start, end, tone: 'warning' })),
];

type FindingsProps = {
  readonly piece: Piece;
  readonly lang: string;
  readonly text: string;
  readonly fields: readonly MergeField[];
  readonly findings: Findings;
  readonly onText: (piece: Piece, text: string) => void;
  readonly onShow: (place: Place) => void;
};

/** What is wrong with one piece, each with the way to its place and, where there is one, a better wording. */
export function PieceFindings({ piece, lang, text, fields, findings, onText, onShow }: FindingsProps): ReactElement | null {
  const { t } = useText();
  const problemText = useProblemText();
  const problems = problemsOf(findings, piece);
  const flags = flagsOf(findings, piece, text);
  if (problems.length + flags.length === 0) return null;
  return (
    <ul className={css['findings']}>
      {problems.map((problem) => {
        const { what, todo } = problemText(problem);
        const [place] = placesOf(problem, text);
        return (
          <li key={`${problem.code}-${JSON.stringify(problem.params)}`} className={css[problem.severity]}>
            {problem.severity === 'error' ? <IconAlertCircle size={15} stroke={1.75} aria-hidden /> : <IconAlertTriangle size={15} stroke={1.75} aria-hidden />}
            <span>
              {what} {todo}{' '}
              {place !== undefined && (
                <Button size="xs" variant="text" flush onClick={() => onShow(place)}>
                  {t('templates.show', { words: text.slice(place.start, place.end) })}
                </Button>
              )}
            </span>
          </li>
        );
      })}
      {flags.map((flag) => (
        <ToneLine key={`${flag.start}-${flag.phrase}`} flag={flag} lang={lang} fields={fields} onTake={(wording) => onText(piece, withWording(text, flag, wording))} />
      ))}
    </ul>
  );
}

type ToneLineProps = { readonly flag: ToneFlag; readonly lang: string; readonly fields: readonly MergeField[]; readonly onTake: (wording: string) => void };

function ToneLine({ flag, lang, fields, onTake }: ToneLineProps): ReactElement {
  const { t } = useText();
  const wording = wordingOf(flag, fields);
  return (
    <li className={css['warning']}>
      <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
      <span>
        {t('templates.tone', { phrase: flag.phrase, flaw: t(`templates.flaws.${flag.flaw}`) })}{' '}
        {wording === null ? (
          <span lang={lang}>{t('templates.advice', { better: flag.better })}</span>
        ) : (
          <Button size="xs" variant="text" flush onClick={() => onTake(wording)}>
            {wording === '' ? t('templates.leaveOut') : t('templates.take', { better: wording })}
          </Button>
        )}
      </span>
    </li>
  );
}
