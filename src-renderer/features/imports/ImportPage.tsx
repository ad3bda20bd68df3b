import type { ReactElement } from 'react';
import { useText } from '../../i18n/useText.ts';
import { Page } from '../../ui/Page.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { ChooseFiles } from './ChooseFiles.tsx';
import { DoubtList } from './DoubtList.tsx';
import { ImportHistory } from './ImportHistory.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportResult } from './ImportResult.tsx';
import { useImportSession } from './importSession.ts';
import { WatchedFolder } from './WatchedFolder.tsx';

/** Taking in files: choose, look at what they hold, take over, see the result; and every earlier import with its undo. */
export function ImportPage(): ReactElement {
  const { t } = useText();
  const session = useImportSession();
  return (
    <Page title={t('imports.title')}>
      {session.phase === 'empty' && (
        <>
          <ChooseFiles />
          <DoubtList />
          <WatchedFolder />
          <ImportHistory />
        </>
      )}
      {session.phase === 'uploading' && (
        <Waiting
          title={t('imports.uploading', { count: session.total })}
          sub={t('common.job.progress', { done: session.done, total: session.total })}
        />
      )}
      {session.phase === 'reading' && <Waiting title={t('imports.reading', { count: session.files })} sub={t('imports.readingHint')} />}
      {session.phase === 'preview' && <ImportPreview session={session} />}
      {session.phase === 'result' && (
        <>
          <ImportResult result={session.result} />
          <DoubtList />
          <ImportHistory />
        </>
      )}
    </Page>
  );
}

function Waiting({ title, sub }: { readonly title: string; readonly sub: string }): ReactElement {
  return (
    <>
      <PageHead title={title} sub={<span className="num">{sub}</span>} />
      <SkeletonRows rows={6} />
    </>
  );
}
