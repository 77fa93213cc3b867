import assert from 'node:assert/strict';
import { test } from 'node:test';
import { database, servers, variables } from './image.ts';
import { generationOf } from './images.ts';

const storesOf = (tag: string) =>
  Object.keys(variables(generationOf(tag))).filter((name) => name.endsWith('management_mongodb_uri'));

for (const [tag, names] of [
  ['4.0.1', ['gravitee_management_mongodb_uri']],
  ['4.6.34', ['gravitee_management_mongodb_uri', 'gravitee_repositories_management_mongodb_uri']],
  ['4.12.0', ['gravitee_repositories_management_mongodb_uri']],
] as const)
  test(`AM ${tag} is told of its database by the names it reads`, () => {
    assert.deepEqual(storesOf(tag), names);
  });

test('from 4.7 on there is a data plane', () => {
  assert.equal(variables(generationOf('4.6.34'))['gravitee_dataPlanes_0_id'], undefined);
  assert.equal(variables(generationOf('4.7.0'))['gravitee_dataPlanes_0_id'], 'default');
});

test('the images are those of the registry, and any answer of a server shows that it is there', () => {
  const images = { tag: '4.6.34', registry: 'registry.example/am', mongo: 'registry.example/mongo:7' };
  const { management, gateway } = servers(images);
  assert.equal(management.image, 'registry.example/am/am-management-api:4.6.34');
  assert.equal(gateway.image, 'registry.example/am/am-gateway:4.6.34');
  assert.equal(database(images).image, 'registry.example/mongo:7');
  const { ready } = gateway;
  assert.ok(ready !== undefined && 'port' in ready && ready.accepts !== undefined);
  assert.deepEqual([ready.accepts(404), ready.accepts(502)], [true, false]);
});
