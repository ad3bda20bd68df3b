/** Interest and costs beside the ledger: read with their working, booked and taken back, waived, and asked as of a consumer. */
import AxeBuilder from '@axe-core/playwright';
import { callsOf } from './calls.ts';
import { expect, test } from './exampleHost.ts';
import { lawSection } from './pages/lawSection.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('a claim shows its working and its doubts, is booked, taken back and waived; a sole trader is asked as a consumer', async ({ app, host }) => {
  test.setTimeout(120_000);
  const call = await callsOf(host);
  const { customers } = await call('customers.list', { query: '', onlyOpen: true });
  const all = await Promise.all(customers.map(async ({ customerId: id }) => ({ id, claims: await call('law.claims', { customerId: id }) })));
  const customerId = all.find(({ claims }) => claims.kind === 'trade' && claims.interestCents > 0)?.id ?? 0;
  await app.evaluate((id) => (location.hash = `/debiteuren/${id}`), customerId);
  const law = lawSection(app);
  await expect(law.rows().nth(1)).toBeVisible();
  await law.region().scrollIntoViewIfNeeded();

  await law.rows().nth(1).click();
  await expect(law.dialog().getByRole('heading', { name: /^Berekening van/ })).toBeVisible();
  await expect(law.dialog().getByText(/Grondslag: /)).toBeVisible();
  const { violations } = await new AxeBuilder({ page: app }).withTags(levels).setLegacyMode(true).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await app.keyboard.press('Escape');
  await expect(law.dialog()).toHaveCount(0);

  await law.bookInterest().click();
  await expect(app.getByText(/geboekt als RK-\d{4}-\d{4}/)).toBeVisible();
  await expect(law.bookInterest()).toHaveCount(0);
  await expect(law.row('Geboekt').nth(1)).toBeVisible();
  await app.getByRole('button', { name: /^Ongedaan maken/ }).last().click();
  await expect(law.bookInterest()).toBeVisible();

  await law.choose('Alle rente kwijtschelden');
  await law.dialog().getByRole('button', { name: 'Kwijtschelden' }).click();
  await expect(law.dialog().getByText('Vul dit in.')).toBeVisible();
  await law.dialog().getByLabel('Waarom?').fill('Goede klant, eerste keer te laat');
  await law.dialog().getByRole('button', { name: 'Kwijtschelden' }).click();
  await expect(law.row('Kwijtgescholden').first()).toBeVisible();
  await law.choose('Alle rente toch vragen');
  await expect(law.bookInterest()).toBeVisible();

  await law.choose('Afspraken over rente');
  await law.dialog().getByRole('checkbox', { name: 'Als consument behandelen' }).check();
  await law.dialog().getByRole('button', { name: 'Bewaren' }).click();
  await expect(law.dialog()).toHaveCount(0);
  await expect(law.region().getByText('Deze klant wordt uit voorzorg als consument behandeld.')).toBeVisible();
  await expect(law.bookInterest()).toHaveCount(0);
  await app.keyboard.press('u');
  await expect(law.bookInterest()).toBeVisible();
});

test('a new rate is typed in with its source, and stands in the table at once', async ({ app, host }) => {
  const call = await callsOf(host);
  await app.evaluate(() => (location.hash = '/instellingen/law'));
  const form = app.getByRole('form', { name: 'Een nieuwe rente invullen' });
  await expect(form).toBeVisible();
  await form.getByRole('textbox', { name: 'Rente' }).fill('9,65');
  await form.getByRole('button', { name: 'Rente toevoegen' }).click();
  await expect(form.getByText('Vul dit in.')).toBeVisible();
  await form.getByRole('textbox', { name: 'Waar gevonden' }).fill('Staatscourant van 30 december');
  await form.getByRole('button', { name: 'Rente toevoegen' }).click();
  await expect(app.getByText(/Rente van 9,65% vanaf/)).toBeVisible();
  const { series } = await call('law.rates', {});
  expect(series[0]?.rows.at(-1)).toMatchObject({ percent: '9.65', isTyped: true, source: 'Staatscourant van 30 december' });
});
