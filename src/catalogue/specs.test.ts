import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from './index.ts';
import * as specs from './specs.ts';

test('an RFC section links to its anchor at the RFC editor', () => {
  assert.deepEqual(specs.rfc7591('3.2.1'), {
    document: 'RFC 7591',
    section: '3.2.1',
    title: 'OAuth 2.0 Dynamic Client Registration Protocol: Client Information Response',
    url: 'https://www.rfc-editor.org/rfc/rfc7591#section-3.2.1',
  });
  assert.equal(specs.rfc6749('B').url, 'https://www.rfc-editor.org/rfc/rfc6749#appendix-B');
});

test('an OpenID section links to its named anchor', () => {
  assert.equal(
    specs.registration10('2').url,
    'https://openid.net/specs/openid-connect-registration-1_0.html#ClientMetadata',
  );
});

test('every reference of the catalogue is complete: a section that is not listed has no title', () => {
  for (const { id, spec } of catalogue)
    for (const { document, title, url } of spec) {
      assert.match(document, /\S/, id);
      assert.doesNotMatch(title, /undefined/, id);
      assert.doesNotMatch(url, /undefined/, id);
      assert.ok(URL.canParse(url), id);
    }
});

test('every listed document is used', () => {
  const used = new Set(catalogue.flatMap(({ spec }) => spec.map(({ url }) => url.split('#')[0])));
  const listed = [
    specs.rfc3986('4.3'),
    specs.rfc6749('B'),
    specs.rfc6585('4'),
    specs.rfc6750('2'),
    specs.rfc7517('9.2'),
    specs.rfc7591('2'),
    specs.rfc7592('2'),
    specs.rfc8252('8.3'),
    specs.rfc8259('4'),
    specs.rfc8414('2'),
    specs.rfc8705('2'),
    specs.rfc9110('10.1.5'),
    specs.rfc9111('5.2.2.5'),
    specs.rfc9325('3.1.1'),
    specs.rfc9700('2.1'),
    specs.discovery10('3'),
    specs.registration10('2'),
    specs.core10('8.1'),
  ];
  for (const { document, url } of listed) assert.ok(used.has(url.split('#')[0]), document);
});
