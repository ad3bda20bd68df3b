import { IconPrinter } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { linkTo } from '../../app/address.ts';
import { useCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { LettersToPost } from './LettersToPost.tsx';
import { LettersToPrint } from './LettersToPrint.tsx';
import { PrintedFiles } from './PrintedFiles.tsx';
import css from './PrintListPage.module.css';
import { type PrintList, type Printing, usePrinting } from './usePrinting.ts';

function Finding({ list: { toPrint, printed } }: { readonly list: PrintList }): ReactElement {
  const { t } = useText();
  const toPost = printed.reduce((sum, run) => sum + run.letters.length, 0);
  const title = toPrint.length > 0 ? t('batch.print.finding', { count: toPrint.length }) : t('batch.print.findingToPost', { count: toPost });
  return <PageHead title={title} sub={toPrint.length > 0 ? t('batch.print.hint') : t('batch.print.notPosted')} />;
}

function Letters({ list, printing }: { readonly list: PrintList; readonly printing: Printing }): ReactElement {
  const { t } = useText();
  const { toPrint, printed } = list;
  return (
    <>
      <Finding list={list} />
      <div className={css['print']}>
        <div className={css['lists']}>
          {toPrint.length > 0 && <LettersToPrint letters={toPrint} printing={printing} />}
          {printed.map((run, index) => (
            <LettersToPost key={run.printRunId} run={run} printing={printing} isNext={toPrint.length === 0 && index === 0} />
          ))}
          {toPrint.length > 0 && printed.length > 0 && <p className="ink-2 small">{t('batch.print.notPosted')}</p>}
        </div>
        {printing.printed !== null && <PrintedFiles printed={printing.printed} />}
      </div>
    </>
  );
}

/** Approved letters that still lie here: print them, post them, say so. */
export function PrintListPage(): ReactElement {
  const { t } = useText();
  const list = useCall('outbox.printList', {});
  const printing = usePrinting();
  return (
    <Page title={t('batch.print.title')}>
      {list.data === undefined && <PageHead title={t('batch.print.title')} />}
      <QueryView query={list}>
        {(data) =>
          data.toPrint.length + data.printed.length > 0 ? (
            <Letters list={data} printing={printing} />
          ) : (
            <>
              <PageHead title={t('batch.print.title')} />
              <EmptyState title={t('batch.print.none')} body={t('batch.print.noneBody')} icon={IconPrinter} action={<ButtonLink href={linkTo('/vandaag')}>{t('batch.empty.action')}</ButtonLink>} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
