import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MockIdpView } from '../api.ts';
import { startMockIdp } from '../mock-idp.ts';

const user = { name: 'ada', password: 'a test password' };

/** A browser in three lines: cookies and redirects, one page at a time. */
function browser() {
  const jar = new Map<string, string>();
  return async function open(url: string, form?: Record<string, string>): Promise<Response> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const [, name = '', value = ''] of answer.headers
      .getSetCookie()
      .map((set) => /^([^=]+)=([^;]*)/.exec(set) ?? []))
      jar.set(name, value);
    return answer;
  };
}

const locationOf = (answer: Response, from: string) => new URL(answer.headers.get('location') ?? '', from).href;

async function begin(view: MockIdpView, name: string) {
  const token = await view.createInitialAccessToken();
  const registered = await fetch(`${view.issuer}/reg`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ client_name: name, redirect_uris: ['https://app.example/callback'] }),
  });
  const { client_id: id } = (await registered.json()) as { client_id: string };
  const open = browser();
  const start = `${view.issuer}/auth?client_id=${id}&response_type=code&scope=openid&code_challenge_method=S256&code_challenge=${'a'.repeat(43)}`;
  return { open, page: locationOf(await open(start), start) };
}

test('the test user signs in, consents, and a code comes back', async () => {
  await using idp = await startMockIdp();
  await using view = await idp.view('login', { user });
  const { open, page } = await begin(view, '<b>shop</b>');
  const login = await (await open(page)).text();
  assert.match(login, /autocomplete="current-password"/);
  assert.ok(login.includes('&lt;b&gt;shop'), 'the name of the client is escaped');
  const wrong = await open(page, { username: 'ada', password: 'wrong' });
  assert.equal(wrong.status, 401);
  const resumed = locationOf(await open(page, { username: user.name, password: user.password }), page);
  const consent = locationOf(await open(resumed), resumed);
  assert.match(await (await open(consent)).text(), /asks for access/);
  const last = locationOf(await open(consent, { consent: '' }), consent);
  assert.match(locationOf(await open(last), last), /^https:\/\/app\.example\/callback\?code=/);
});

test('without a test user there is no page to sign in at', async () => {
  await using idp = await startMockIdp();
  await using view = await idp.view('none');
  const { open, page } = await begin(view, 'shop');
  assert.equal((await open(page)).status, 404);
});
