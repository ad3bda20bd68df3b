/** The blocks of a letter by keyboard: an own paragraph written, moved and removed, a sentence left out, the mail read, a draft found again. */
import AxeBuilder from '@axe-core/playwright';
import { callsOf } from './calls.ts';
import { expect, makeExample, test } from './exampleHost.ts';
import { templatesSection } from './pages/templatesSection.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('an own paragraph is written with merge fields, moved up by keyboard, seen on the page and in the mail, saved, sent, and taken back', async ({ page, freshHost, complaints }) => {
  test.setTimeout(240_000);
  await makeExample(freshHost);
  const call = await callsOf(freshHost);
  const due = (await call('batch.list', {})).items.find(({ step, language, blocked }) => step === 'reminder-1' && language === 'nl' && blocked === null);
  if (due === undefined) throw new Error('the example has no first reminder in Dutch');
  const textOf = async (): Promise<string> => (await call('batch.preview', { messageId: due.messageId })).text.replaceAll(/\s+/g, ' ');
  await page.goto(freshHost.link());
  await page.goto(`${freshHost.origin()}/#/instellingen/letters`);
  const letters = templatesSection(page);
  await expect(letters.page()).toBeVisible({ timeout: 30_000 });

  await letters.add().press('Enter');
  const heading = letters.sentence('Eigen alinea 1, kopje');
  const text = letters.sentence('Eigen alinea 1, tekst');
  await expect(heading).toBeFocused();
  await page.keyboard.type('Nieuw bij ons');
  await text.focus();
  await page.keyboard.type('Bel {{contact');
  await expect(letters.suggestion(/contactName/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(letters.suggestion(/contactName/)).toHaveCount(0);
  await page.keyboard.press('Backspace');
  await expect(letters.suggestion(/contactName/)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(text).toHaveValue('Bel {{contactName}}');
  await page.keyboard.type(' over {{onzin}}.');
  await expect(page.getByText('Het veld “onzin” bestaat niet of kan niet worden ingevuld.')).toBeVisible();
  await page.getByRole('button', { name: 'Toon “{{onzin}}”' }).press('Enter');
  await expect(text).toBeFocused();
  await page.keyboard.type('{{numberedInvoices');
  await page.keyboard.press('Tab');
  await expect(text).toHaveValue('Bel {{contactName}} over {{numberedInvoices}}.');
  await expect(page.getByText('Nog niet bewaard.')).toBeVisible();

  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByText('Staat nu op plaats 7 van 9.')).toBeAttached();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByText('Staat nu op plaats 6 van 9.')).toBeAttached();
  await expect(text).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(text).toBeFocused();
  const names = async () => letters.blocks().evaluateAll((blocks) => blocks.map((block) => block.getAttribute('data-block')));
  expect(await names()).toEqual(['subject', 'salutation', 'opening', 'documents', 'request', 'payment', 'options', 'own-1', 'nextStep', 'closing']);
  await letters.block('Volgende stap').getByRole('button', { name: 'Volgende stap omhoog' }).press('Enter');
  expect((await names()).slice(6)).toEqual(['options', 'nextStep', 'own-1', 'closing']);
  await text.press('Alt+ArrowUp');
  expect((await names()).slice(6)).toEqual(['options', 'own-1', 'nextStep', 'closing']);
  await expect(letters.pageText()).toContainText('Nieuw bij ons', { timeout: 30_000 });

  await letters.tab('Brief (PDF)').press('ArrowRight');
  await expect(letters.mailFrame()).toContainText('Nieuw bij ons', { timeout: 30_000 });
  await expect(page.getByText(/^betalingsherinnering-.*\.pdf$/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).withTags(levels).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
  await letters.tab('Opgemaakt').press('ArrowRight');
  await expect(letters.mailText()).toContainText('Bel ');

  await letters.save().press('Enter');
  await expect(page.getByText('Versie 1, met eigen tekst.')).toBeVisible();
  await expect(letters.choice('Brief')).toHaveValue('Eerste herinnering (eigen tekst)');
  const sent = await textOf();
  expect(sent.indexOf('Nieuw bij ons')).toBeGreaterThan(sent.indexOf('IBAN'));
  expect(sent.indexOf('Nieuw bij ons')).toBeLessThan(sent.indexOf('Volgende stap.'));

  await letters.block('Eigen alinea 1').getByRole('button', { name: 'Eigen alinea 1 verwijderen' }).press('Enter');
  await expect(heading).toHaveCount(0);
  await letters.undo().press('Enter');
  await expect(heading).toHaveValue('Nieuw bij ons');
  await letters.reset().press('Enter');
  await expect(page.getByText('Deze brief gebruikt onze tekst.')).toBeVisible();
  await expect(heading).toHaveCount(0);
  expect(await textOf()).not.toContain('Nieuw bij ons');
  expect(complaints).toEqual([]);
});

test('a free letter does not ask costs in an own paragraph, and blocks that the law has in order stay', async ({ app }) => {
  test.setTimeout(90_000);
  const letters = templatesSection(app);
  await app.evaluate(() => (location.hash = '/instellingen/letters?brief=fourteen-day-letter/nl/NL/consumer'));
  await expect(letters.page()).toBeVisible({ timeout: 30_000 });
  await expect(letters.block('Gevolgen').getByRole('button', { name: 'Gevolgen omhoog' })).toHaveCount(0);
  await expect(letters.block('Gevolgen').getByRole('button', { name: 'Gevolgen weglaten' })).toHaveCount(0);
  await letters.add().press('Enter');
  await letters.sentence('Eigen alinea 1, tekst').fill('Daarnaast betaalt u incassokosten, binnen vijf dagen.');
  await expect(app.getByText('“incassokosten” mag niet in deze brief.')).toBeVisible();
  await expect(app.getByText('“vijf dagen” is een andere termijn dan die van de wet.')).toBeVisible();
  await expect(letters.save()).toBeDisabled();
  await letters.sentence('Eigen alinea 1, tekst').fill('Wij zijn verhuisd; er komen geen kosten bij.');
  await expect(letters.save()).toBeEnabled();
  await letters.undo().click();
});

test('what was typed is still there after a look at another page and another letter, and a sentence that was left out comes back', async ({ app }) => {
  test.setTimeout(90_000);
  const letters = templatesSection(app);
  await app.evaluate(() => (location.hash = '/instellingen/letters?brief=demand-1/nl/NL/business'));
  await expect(letters.page()).toBeVisible({ timeout: 30_000 });
  await app.getByRole('button', { name: 'Opening, zin 4 weglaten' }).press('Enter');
  await expect(letters.sentence('Opening, zin 4')).toHaveCount(0);
  await letters.sentence('Opening, zin 2').fill('De termijn is voorbij.');
  await app.evaluate(() => (location.hash = '/vandaag'));
  await expect(letters.heading()).toHaveCount(0);
  await app.evaluate(() => (location.hash = '/instellingen/letters?brief=reminder-2/nl/NL/business'));
  await expect(app.getByText('Nog niet bewaard in andere brieven')).toBeVisible();
  await app.getByRole('link', { name: 'Eerste aanmaning, Nederlands, Nederland, Bedrijf' }).press('Enter');
  await expect(letters.sentence('Opening, zin 2')).toHaveValue('De termijn is voorbij.');
  await expect(letters.choice('Brief')).toHaveValue('Eerste aanmaning (niet bewaard)');
  await app.getByRole('button', { name: 'Opening, zin 4 terugzetten' }).press('Enter');
  await expect(letters.sentence('Opening, zin 4')).toBeVisible();
  await letters.undo().press('Enter');
  await expect(letters.sentence('Opening, zin 2')).not.toHaveValue('De termijn is voorbij.');
  await expect(letters.choice('Brief')).toHaveValue('Eerste aanmaning');
});
