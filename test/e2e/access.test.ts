import { expect, test, testDay } from './webHost.ts';

test('the printed link opens the program and leaves no key in the address', async ({ app, host }) => {
  expect(app.url().startsWith(`${host.origin()}/`)).toBe(true);
  expect(app.url()).not.toContain('key=');
  await expect(app).toHaveTitle(/Termijn/);
});

test('a browser with the cookie of an earlier start is told to open the new link', async ({ page, freshHost }) => {
  await page.goto(freshHost.link());
  await expect(page.locator('#root')).toBeAttached();
  await freshHost.restart();
  const answer = await page.goto(freshHost.origin());
  expect(answer?.status()).toBe(401);
  await expect(page.getByRole('heading', { name: 'Open de nieuwe link' })).toBeVisible();
  await page.goto(freshHost.link());
  await expect(page.locator('#root')).toBeAttached();
});

test('the program stays on the day it was told', async ({ app }) => {
  const answer = await app.evaluate(async () => {
    const response = await fetch('/call', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"method":"app.state","input":{}}' });
    return (await response.json()) as { value: { today: string; host: string } };
  });
  expect(answer.value).toMatchObject({ today: testDay, host: 'web' });
});

test('the page cannot run script that is not its own', async ({ app, complaints }) => {
  const outcome = await app.evaluate(async () => {
    // The tool's own call may make code from text; from a timer on, the page is by itself.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const attempts: Record<string, string> = {};
    const attempt = (name: string, work: () => unknown): void => {
      try {
        attempts[name] = String(work());
      } catch (error) {
        attempts[name] = error instanceof Error ? error.name : 'refused';
      }
    };
    // Built from a text at run time on purpose: this is the attack.
    attempt('code from text', () => new (Object.getPrototypeOf(() => 0).constructor as FunctionConstructor)('return 1')());
    attempt('markup from text', () => {
      const element = document.createElement('div');
      element.innerHTML = '<img src=x onerror="document.title=1">';
      return element.innerHTML;
    });
    attempt('script address from text', () => {
      const script = document.createElement('script');
      script.src = 'https://evil.example/a.js';
      return script.src;
    });
    return attempts;
  });
  expect(outcome).toEqual({ 'code from text': 'EvalError', 'markup from text': 'TypeError', 'script address from text': 'TypeError' });
  complaints.length = 0; // the browser reports each of the three, as it should
});
