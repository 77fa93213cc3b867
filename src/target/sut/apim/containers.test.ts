import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analytics, database, imagesOf, managementApi, managementVariables, pages } from './containers.ts';
import { generationOf } from './images.ts';

const registry = 'registry.example/apim';
const admin = { username: 'admin', password: 'admin' };
const uri = /^mongodb:\/\/mongodb:27017\/gravitee\?/;

test('3.20 gets Elasticsearch; from 4.0 on a release starts without analytics', () => {
  const old = managementVariables(generationOf('3.20.32'));
  assert.equal(old['gravitee_analytics_elasticsearch_endpoints_0'], 'http://elasticsearch:9200');
  assert.match(analytics({ tag: '3.20.32', registry })?.image ?? '', /^docker\.elastic\.co\/.+:7\./);
  for (const tag of ['4.0.0', '4.12.17']) {
    assert.equal(managementVariables(generationOf(tag))['gravitee_analytics_type'], 'none');
    assert.equal(analytics({ tag, registry }), undefined);
  }
});

test('4.12 is told by the names of both generations, those before by the older ones only', () => {
  const now = managementVariables(generationOf('4.12.17'));
  for (const name of ['gravitee_management_mongodb_uri', 'gravitee_repositories_management_mongodb_uri'])
    assert.match(now[name] ?? '', uri);
  assert.equal(now['gravitee_repositories_analytics_type'], 'none');
  const before = managementVariables(generationOf('4.11.26'));
  assert.deepEqual(
    Object.keys(before).filter((name) => name.includes('repositories')),
    [],
  );
});

test('the licence is a file of its bytes, and stands in no variable', () => {
  const licence = Buffer.from([0, 1, 255]).toString('base64');
  const { files, environment, image } = managementApi({ tag: '4.12.17', registry, licence }, admin);
  assert.equal(image, 'registry.example/apim/apim-management-api:4.12.17');
  assert.deepEqual(files, [
    { path: '/opt/graviteeio-management-api/license/license.key', content: Buffer.from([0, 1, 255]) },
  ]);
  assert.ok(!JSON.stringify(environment).includes(licence));
  assert.equal(managementApi({ tag: '4.12.17', registry }, admin).files, undefined);
});

for (const [tag, management, portal] of [
  ['3.20.32', '/management/organizations/DEFAULT/environments/DEFAULT', '/portal/environments/DEFAULT'],
  ['4.1.27', '/management/organizations/DEFAULT/environments/DEFAULT', '/portal/environments/DEFAULT'],
  ['4.2.28', '/management', '/portal'],
  ['4.12.17', '/management', '/portal'],
] as const)
  test(`the pages of ${tag} are told where their API is`, () => {
    const told = pages({ tag, registry }, 'http://localhost:32768');
    assert.equal(told.console.environment?.['MGMT_API_URL'], `http://localhost:32768${management}`);
    assert.equal(told.portal.environment?.['PORTAL_API_URL'], `http://localhost:32768${portal}`);
  });

test('the database is the one of the release, or the one that is given', () => {
  assert.equal(database({ tag: '3.20.32', registry }).image, 'mongo:5.0');
  assert.equal(database({ tag: '4.12.17', registry, mongo: 'mirror.example/mongo:7' }).image, 'mirror.example/mongo:7');
});

test('PostgreSQL takes the place of MongoDB, by the names of both generations', () => {
  const images = { tag: '4.12.17', registry, postgres: 'postgres:15' };
  assert.deepEqual(imagesOf(images), [
    'postgres:15',
    'registry.example/apim/apim-management-api:4.12.17',
    'registry.example/apim/apim-management-ui:4.12.17',
    'registry.example/apim/apim-portal-ui:4.12.17',
  ]);
  const told = managementApi(images, admin).environment ?? {};
  for (const prefix of ['gravitee_', 'gravitee_repositories_']) {
    assert.equal(told[`${prefix}management_type`], 'jdbc');
    assert.equal(told[`${prefix}management_jdbc_url`], 'jdbc:postgresql://postgresql:5432/gravitee');
  }
  assert.ok(!Object.keys(told).some((name) => name.includes('mongodb')));
});

test('a first start of PostgreSQL, for its set-up, does not count as ready', () => {
  const { ready } = database({ tag: '4.12.17', registry, postgres: 'postgres:15' });
  assert.ok(ready !== undefined && 'log' in ready);
  const setUp = 'listening on Unix socket "/run/s.5432"\ndatabase system is ready to accept connections\n';
  assert.ok(!ready.log.test(setUp));
  assert.ok(!ready.log.test(`${setUp}listening on IPv4 address "0.0.0.0", port 5432\n`));
  assert.ok(ready.log.test(`${setUp}listening on IPv4 address "0.0.0.0", port 5432\n${setUp}`));
});

test('the next-gen portal is switched on where it is walked, and left as shipped elsewhere', () => {
  const name = 'gravitee_portal_next_access_enabled';
  assert.equal(managementApi({ tag: '4.12.17', registry }, admin).environment?.[name], undefined);
  assert.equal(managementApi({ tag: '4.12.17', registry, nextPortal: true }, admin).environment?.[name], 'true');
});
