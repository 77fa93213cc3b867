import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startReferenceApim } from '../reference-apim.ts';
import { environment, restCaller } from '../testing/rest-caller.ts';
import { defaultSettings, echoedSettings, replaceSettings, shownSettings } from './settings.ts';

test('a member that is left out falls back to its default', () => {
  const changed = replaceSettings(defaultSettings, {
    company: { name: 'Acme' },
    application: { registration: { enabled: true }, types: { simple: { enabled: false } } },
  });
  assert.equal(changed.company.name, 'Acme');
  assert.equal(changed.application.types.simple.enabled, false);
  assert.equal(changed.application.types.web.enabled, true);

  const partial = replaceSettings(changed, { company: { name: null } });
  assert.deepEqual(partial, defaultSettings);
});

test('keys fixed by the configuration and a masked password are not overwritten', () => {
  const first = replaceSettings(defaultSettings, {
    email: { host: 'evil', port: 1, enabled: true, password: 'p', protocol: 'smtps' },
    metadata: { readonly: [] },
  });
  assert.deepEqual([first.email.host, first.email.port, first.email.enabled], ['smtp.my.domain', 587, false]);
  assert.deepEqual(first.metadata, defaultSettings.metadata);
  assert.deepEqual([first.email.password, first.email.protocol], ['p', 'smtps']);
  assert.equal(shownSettings(first).email.password, '********');
  assert.equal(replaceSettings(first, { email: { password: '********' } }).email.password, 'p');
});

test('the answer to a change is the entity as received, its containers filled in', () => {
  const echoed = echoedSettings({ company: { name: 'Acme' }, unknown: 1, portal: null });
  assert.deepEqual(echoed['company'], { name: 'Acme' });
  assert.deepEqual(echoed['email'], { properties: {} });
  assert.deepEqual(echoed['portal'], {
    apis: {},
    analytics: {},
    rating: { comment: {} },
    userCreation: {},
    uploadMedia: {},
  });
  assert.equal('unknown' in echoed, false);
});

test('over HTTP, a partial body switches registration off again', async () => {
  await using apim = await startReferenceApim();
  const call = restCaller(apim);
  const types = async () => (await call('GET', `${environment}/configuration/applications/types`)).body as object[];
  await call('POST', `${environment}/settings`, { application: { registration: { enabled: true } } });
  assert.equal((await types()).length, 5);
  await call('POST', `${environment}/settings`, { company: { name: 'Acme' } });
  assert.equal((await types()).length, 1);
});
