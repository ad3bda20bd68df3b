import { Modal } from '@mantine/core';
import { createContext, type ReactElement, type ReactNode, useCallback, useContext, useState } from 'react';
import { useText } from '../i18n/useText.ts';
import { Button } from './Button.tsx';
import css from './Floating.module.css';

/** A question before something leaves the house: send, export, delete. For everything else there is undo. */
export type Question = {
  /** "12 berichten versturen?" */
  readonly title: string;
  /** What will happen, what not, and whether it can be taken back. */
  readonly body: ReactNode;
  /** Repeats the verb and the number: "Verstuur 12". */
  readonly confirm: string;
  readonly isDanger?: boolean;
};
type Asked = Question & { readonly answer: (isConfirmed: boolean) => void };

const QuestionContext = createContext<((question: Question) => Promise<boolean>) | null>(null);

/** `const ask = useQuestion(); if (await ask({ title, body, confirm })) …` */
export function useQuestion(): (question: Question) => Promise<boolean> {
  const ask = useContext(QuestionContext);
  if (ask === null) throw new Error('useQuestion outside QuestionProvider');
  return ask;
}

export function QuestionProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const { t } = useText();
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = useCallback((question: Question) => new Promise<boolean>((resolve) => setAsked({ ...question, answer: resolve })), []);
  const answer = (isConfirmed: boolean): void => {
    asked?.answer(isConfirmed);
    setAsked(null);
  };
  return (
    <QuestionContext value={ask}>
      {children}
      <Modal opened={asked !== null} onClose={() => answer(false)} size={460} withCloseButton={false} title={asked?.title}>
        {asked !== null && (
          <>
            <p className={css['questionBody']}>{asked.body}</p>
            <div className={css['questionActions']}>
              <Button keycap="Esc" onClick={() => answer(false)}>
                {t('common.back')}
              </Button>
              <Button variant={asked.isDanger === true ? 'danger' : 'filled'} data-autofocus onClick={() => answer(true)}>
                {asked.confirm}
              </Button>
            </div>
          </>
        )}
      </Modal>
    </QuestionContext>
  );
}
