import { call } from '../backend/client.ts';
import { rememberedLanguage } from '../i18n/i18n.ts';
import { describeFailure } from '../ui/describeFailure.ts';
import { showToast } from '../ui/toastStore.ts';

let reopened: Promise<true> | null = null;

async function openLatest(): Promise<true> {
  try {
    const { administration } = await call('app.state', {});
    if (administration !== null) return true;
    const { recent } = await call('administrations.list', {});
    const [latest] = recent.filter((entry) => entry.isPresent).sort((a, b) => b.lastOpenedAt.localeCompare(a.lastOpenedAt));
    if (latest !== undefined) await call('administrations.open', { id: latest.id });
  } catch (error) {
    // The start page stays usable: another administration may well open. Why this one did not must be said.
    const { text } = describeFailure(error, rememberedLanguage());
    showToast({ tone: 'warning', message: `${text.what} ${text.todo}` });
  }
  return true;
}

/** Goes on where the last session stopped: opens the administration that was open last, once per start of the window. */
export const reopenLatest = (): Promise<true> => {
  reopened ??= openLatest();
  return reopened;
};
