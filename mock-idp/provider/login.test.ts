import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunningMockIdp } from '../api.ts';
import { startMockIdp } from '../mock-idp.ts';

const redirectUri = 'https://app.example/callback';

/** A browser's part of it: one cookie jar, no redirect followed. */
async function begin(idp: RunningMockIdp) {
  const view = await idp.view('login');
  const token = await view.createInitialAccessToken();
  const registered = await fetch(`${view.issuer}/reg`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ redirect_uris: [redirectUri] }),
  });
  const { client_id: id } = (await registered.json()) as { client_id: string };
  const cookies = new Map<string, string>();
  const ask = async (url: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(new URL(url, idp.origin), { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
  const authorize = (uri: string) =>
    ask(
      `${view.issuer}/auth?${new URLSearchParams({
        ...{ client_id: id, redirect_uri: uri, response_type: 'code', scope: 'openid' },
        ...{ code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' },
      }).toString()}`,
    );
  return { view, ask, authorize };
}

const place = (answer: Response) => answer.headers.get('location') ?? '';
const form = (username: string, password: string) => new URLSearchParams({ username, password });

test('a person who signs in gets back to the redirect URI with a code', async () => {
  await using idp = await startMockIdp();
  const { view, ask, authorize } = await begin(idp);
  const page = place(await authorize(redirectUri));
  assert.match(await (await ask(page)).text(), /<label>User name/);
  const wrong = await ask(page, { method: 'POST', body: form('alice', 'guess') });
  assert.equal(wrong.status, 401);
  assert.match(await wrong.text(), /role="alert"/);
  const { username = '', password = '' } = view.testUser ?? {};
  let next = await ask(page, { method: 'POST', body: form(username, password) });
  for (let hops = 0; hops < 4 && !place(next).startsWith(redirectUri); hops++) next = await ask(place(next));
  assert.match(place(next), /^https:\/\/app\.example\/callback\?code=/);
});

test('nobody is sent to a redirect URI that is not registered', async () => {
  await using idp = await startMockIdp();
  const { authorize } = await begin(idp);
  const answer = await authorize(`${redirectUri}/other`);
  assert.equal(answer.status, 400);
  assert.equal(answer.headers.get('location'), null);
});
