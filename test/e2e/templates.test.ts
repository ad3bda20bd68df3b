/** Own words for letters: typed, checked, seen on the page, saved, in the day's message, and taken back. */
import AxeBuilder from '@axe-core/playwright';
import { callsOf } from './calls.ts';
import { expect, makeExample, test } from './exampleHost.ts';
import { templatesSection } from './pages/templatesSection.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('a sentence is changed, a bad phrase is replaced at a click, and the message of the day carries the words until ours come back', async ({ page, freshHost, complaints }) => {
  test.setTimeout(180_000);
  await makeExample(freshHost);
  const call = await callsOf(freshHost);
  const messages = (await call('batch.list', {})).items;
  const customers = (await call('customers.list', { query: '', onlyOpen: true })).customers;
  const due = messages.find(({ step, language, blocked }) => step === 'reminder-1' && language === 'nl' && blocked === null);
  expect(customers.length).toBeGreaterThan(0);
  if (due === undefined) throw new Error('the example has no first reminder in Dutch');
  const textOf = async (): Promise<string> => (await call('batch.preview', { messageId: due.messageId })).text.replaceAll(/\s+/g, ' ');

  await page.goto(freshHost.link());
  await page.goto(`${freshHost.origin()}/#/instellingen/letters`);
  const letters = templatesSection(page);
  await expect(letters.page()).toBeVisible({ timeout: 20_000 });
  await expect(letters.save()).toBeDisabled();

  const question = letters.sentence('Opening, zin 2');
  const ours = await question.inputValue();
  await question.fill('Zou u dit zsm willen betalen, met {{onzin}}');
  // Beside the sentence, and soon also where the page would stand.
  await expect(page.getByText('Het veld “onzin” bestaat niet of kan niet worden ingevuld.').first()).toBeVisible();
  await expect(letters.save()).toBeDisabled();
  await question.fill('Wij horen graag van u.');
  await expect(page.getByText('Er ontbreekt: een vraag aan de klant in de opening.').first()).toBeVisible();
  await question.fill('Klopt er iets niet? Betaal deze week zsm, samen ');
  await letters.write('uiterlijk op {{payBy}}').click();
  await expect(question).toHaveValue('Klopt er iets niet? Betaal deze week uiterlijk op {{payBy}}, samen ');
  await question.press('Control+End');
  await letters.insertInto('Opening, zin 2').click();
  await letters.field(/^Bedrag\b.*\{\{amount\}\}/).click();
  await expect(question).toHaveValue('Klopt er iets niet? Betaal deze week uiterlijk op {{payBy}}, samen {{amount}}');
  await expect(question).toBeFocused();
  await expect(letters.pageText()).toContainText('Betaal deze week uiterlijk op', { timeout: 20_000 });
  await expect(letters.pageText()).not.toContainText('{{');
  const { violations } = await new AxeBuilder({ page }).withTags(levels).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);

  await letters.save().click();
  await expect(page.getByText('Versie 1, met eigen tekst.')).toBeVisible();
  await expect(letters.save()).toBeDisabled();
  expect(await textOf()).toContain('Betaal deze week uiterlijk op');

  await letters.reset().click();
  await expect(page.getByText('Deze brief gebruikt onze tekst.')).toBeVisible();
  await expect(question).toHaveValue(ours);
  expect(await textOf()).not.toContain('Betaal deze week');
  await letters.versions().click();
  await letters.use(1).click();
  await expect(page.getByText('Versie 3, met eigen tekst.')).toBeVisible();
  expect(await textOf()).toContain('Betaal deze week uiterlijk op');
  expect(complaints).toEqual([]);
});

test('a legal text stays locked until the user was warned, and comes back when it is locked again', async ({ app }) => {
  test.setTimeout(90_000);
  const letters = templatesSection(app);
  await app.evaluate(() => (location.hash = '/instellingen/letters?brief=fourteen-day-letter/nl/NL/consumer'));
  await expect(letters.page()).toBeVisible({ timeout: 20_000 });
  const legal = app.locator('textarea[data-locked="true"]').first();
  const name = (await legal.getAttribute('aria-label')) ?? '';
  const ours = await legal.inputValue();
  await expect(legal).not.toBeEditable();
  await letters.legalLock().press('Space');
  await letters.unlock().click();
  await expect(letters.sentence(name)).toBeEditable();
  await letters.sentence(name).fill(`${ours} Eigen woorden.`);
  await expect(app.getByText('Een juridische tekst is anders dan de onze.')).toBeVisible();
  await letters.legalLock().press('Space');
  await expect(letters.sentence(name)).toHaveValue(ours);
  await expect(letters.save()).toBeDisabled();
});

test('the letter is chosen by kind, language, country and customer, and one that the law does not know is not offered', async ({ app }) => {
  const letters = templatesSection(app);
  await app.evaluate(() => (location.hash = '/instellingen/letters'));
  await expect(letters.choice('Brief')).toHaveValue('Eerste herinnering');
  await letters.choice('Taal').click();
  await letters.option('Frans').click();
  await expect(letters.choice('Taal')).toHaveValue('Frans');
  await expect(letters.page()).toBeVisible({ timeout: 20_000 });
  await letters.choice('Brief').click();
  await letters.option('Wettelijke eerste herinnering (BE)').click();
  await expect(letters.choice('Land')).toHaveValue('België');
  await expect(letters.choice('Klant')).toHaveValue('Consument');
  await expect(letters.choice('Taal')).toHaveValue('Frans');
  await letters.choice('Land').click();
  await expect(letters.option('Nederland')).toHaveCount(0);
});
