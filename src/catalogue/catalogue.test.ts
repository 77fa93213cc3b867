import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../check/judge.ts';
import type { Verdict } from '../check/verdict.ts';
import {
  observationNames,
  sightedNames,
  type PlainObservation,
  type SightedName,
} from '../recording/observation-names.ts';
import { isLong, observe } from '../recording/observations.ts';
import type { ClientView, Provider, Recording } from '../recording/recording.ts';
import { see } from '../recording/see.ts';
import type { Role, Seen } from '../recording/seen.ts';
import { recordingSchema } from '../recording/recording.ts';
import { sightedTable } from '../recording/sighted.ts';
import { excluded } from './client/excluded.ts';
import { goldenStory } from './client/golden.ts';
import { byId, type Story } from './define.ts';
import { catalogue, find } from './index.ts';
import { unproven } from './unproven.generated.ts';
import { unprovenIn } from './unproven.ts';
import { isRed, judgeChanges, judgeStory, selftest, summaryOf } from './selftest.ts';

const ids = catalogue.map(({ id }) => id);
const rows = selftest();

test('ids are unique, well formed and sorted', () => {
  assert.deepEqual(ids, [...new Set(ids)]);
  assert.deepEqual(
    ids,
    [...catalogue].sort(byId).map(({ id }) => id),
  );
  for (const id of ids) assert.match(id, /^[A-Z]+-\d\d$/);
});

test('slugs and titles are unique and readable', () => {
  for (const key of ['slug', 'title'] as const) {
    const values = catalogue.map((check) => check[key]);
    assert.equal(new Set(values).size, values.length, key);
  }
  for (const { id, slug, title, why } of catalogue) {
    assert.match(slug, /^[a-z0-9]+(?:-[a-z0-9]+)*$/, id);
    assert.doesNotMatch(title, /^[A-Z]|\.$/, id);
    assert.match(why, /^[A-Z].*\.$/, id);
  }
});

test('a check is found by id and by slug in any case', () => {
  assert.equal(find('t-08')?.slug, 'basic-credentials-form-encoded');
  assert.equal(find('Basic-Credentials-Form-Encoded')?.id, 'T-08');
  assert.equal(find('Z-99'), undefined);
});

test('every row of all areas is built or excluded, once', () => {
  const last = { D: 28, T: 33, R: 46, RT: 31, H: 57, M: 34, S: 18, X: 30, P: 10, Q: 10 };
  const expected = Object.entries(last).flatMap(([area, count]) =>
    Array.from({ length: count }, (_, index) => `${area}-${String(index + 1).padStart(2, '0')}`),
  );
  const listed = [...ids, ...excluded.map(({ id }) => id)];
  assert.deepEqual(listed.toSorted(), expected.toSorted());
});

test('related checks exist and are really turned red by the mutant', () => {
  for (const { id, related = [] } of catalogue)
    for (const other of related)
      assert.ok(
        rows.some((row) => row.id === id && row.alsoRed.includes(other)),
        `${id} lists ${other} as related, but its mutant leaves it alone`,
      );
});

test('the good story is a set of valid recordings', () => {
  for (const recording of goldenStory()) recordingSchema.parse(recording);
});

test('every check passes on the good story in each of its profiles', () => {
  for (const { id, profile, golden } of rows) assert.equal(golden, 'pass', `${id} in ${profile}`);
});

test('each mutant turns its check red', () => {
  for (const { id, profile, mutant } of rows)
    assert.ok(mutant === 'fail' || mutant === 'warn', `${id} in ${profile}: the mutant is ${mutant}`);
});

test('no mutant turns an unrelated check red', () => {
  for (const { id, profile, unexpected } of rows) assert.deepEqual(unexpected, [], `${id} in ${profile}`);
});

test('the summary counts checks and names what is unproven', () => {
  assert.deepEqual(summaryOf(rows), { checks: ids.length, proven: ids.length, unproven: [], falseAlarms: [] });
  const [first, ...rest] = rows;
  assert.ok(first !== undefined);
  const spoilt = summaryOf([{ ...first, killed: false, unexpected: ['T-08'] }, ...rest]);
  assert.deepEqual(spoilt.unproven, [first.id]);
  assert.deepEqual(spoilt.falseAlarms, [`${first.id} → T-08`]);
  assert.equal(spoilt.proven, ids.length - 1);
});

test('the file of what is unproven says what a run of every mutant says', () => {
  assert.deepEqual(unproven, unprovenIn(rows));
});

type Cut = (recording: Recording, seen: Seen) => Recording;

const without =
  (roles: readonly Role[], also: (exchange: Seen['exchanges'][number]) => boolean = () => true): Cut =>
  (recording, seen) => {
    const gone = new Set(
      seen.exchanges
        .filter((exchange) => roles.includes(exchange.role) && also(exchange))
        .map(({ exchange }) => exchange),
    );
    return { ...recording, exchanges: recording.exchanges.filter((exchange) => !gone.has(exchange)) };
  };

const withoutFacts: Cut = (recording) => ({
  ...recording,
  exchanges: recording.exchanges.map((exchange) => ({ ...exchange, facts: [] })),
});

const ofType = (type: string) => without(['registration'], ({ applicationType }) => applicationType === type);

const withProvider =
  (change: (provider: Provider) => Provider | null): Cut =>
  (recording) => ({ ...recording, provider: recording.provider && change(recording.provider) });

function withoutMetadata(provider: Provider): Provider {
  const bare = { ...provider };
  delete bare.metadata;
  return bare;
}

function withoutClaims(provider: Provider): Provider {
  const bare = { ...provider };
  delete bare.claims;
  return bare;
}

function secretless(view: ClientView | null): ClientView | null {
  if (view === null) return null;
  const bare = { ...view };
  delete bare.secret;
  return bare;
}

const unseen =
  (name: SightedName): Cut =>
  (recording) => ({
    ...recording,
    sightings: (recording.sightings ?? []).filter((sighting) => !sightedTable[name].is(sighting)),
  });

/** How to take one observation away from a story. */
const cuts: { readonly [Name in Exclude<PlainObservation, SightedName>]: Cut } = {
  discovery: without(['discovery']),
  'token-request': without(['token']),
  'basic-credentials': withoutFacts,
  'decisive-basic-credentials': withoutFacts,
  registration: without(['registration']),
  'registration-accepted': without(['registration']),
  'registration-with-token': without(['token']),
  'registration:backend_to_backend': ofType('backend_to_backend'),
  'registration:web': ofType('web'),
  'registration:browser': ofType('browser'),
  'registration:native': ofType('native'),
  'application:simple': (recording) => ({
    ...recording,
    applications: recording.applications.filter(({ type }) => type !== 'simple'),
  }),
  'static-initial-access-token': (recording) => ({
    ...recording,
    provider: recording.provider && { ...recording.provider, initialAccessToken: 'client_credentials' },
  }),
  provider: (recording) => ({ ...recording, provider: null }),
  'several-uis': without(['registration'], ({ application }) => application?.through !== 'console'),
  'management-request': without(['management', 'renewal']),
  update: without(['management']),
  renewal: without(['renewal']),
  'three-views': (recording) => ({
    ...recording,
    applications: recording.applications.map((application) => ({ ...application, api: null })),
  }),
  browsers: (recording) => ({ ...recording, browsers: [] }),
  'product-log': (recording) => ({ ...recording, productLogs: [] }),
  'end-of-story': (recording) => ({ ...recording, clientsAtIdp: null }),
  'registrations-in-a-row': without(
    ['registration'],
    ({ application }) => application?.name.startsWith('Ten ') === true,
  ),
  'long-values': (recording) => ({
    ...recording,
    applications: recording.applications.filter((application) => !isLong(application)),
  }),
  'disabled-type': (recording) => ({
    ...recording,
    applications: recording.applications.filter(({ typeEnabled }) => typeEnabled !== false),
  }),
  'ipv6-address': withProvider((provider) => (provider.discoveryEndpoint.includes('[') ? null : provider)),
  'additional-metadata': withProvider(withoutMetadata),
  'claim-mappings': withProvider(withoutClaims),
  'page-with-secret': (recording) => ({
    ...recording,
    applications: recording.applications.map((application) => ({
      ...application,
      console: secretless(application.console),
      portal: secretless(application.portal),
    })),
  }),
};

const cutOf = (name: PlainObservation): Cut => cutsByName.get(name) ?? assert.fail(`no cut for ${name}`);

const cutsByName: ReadonlyMap<string, Cut> = new Map([
  ...Object.entries(cuts),
  ...sightedNames.map((name): [string, Cut] => [name, unseen(name)]),
]);

function cut(story: Story, name: PlainObservation): Story {
  const seen = see(story);
  return story.map((recording) => cutOf(name)(recording, seen));
}

test('the cuts take away what they say', () => {
  for (const name of observationNames) assert.ok(!observe(see(cut(goldenStory(), name))).has(name), name);
});

test('no check passes without what it needs', () => {
  for (const name of observationNames) {
    const seen = see(cut(goldenStory(), name));
    const observed = observe(seen);
    for (const check of catalogue.filter(({ needs }) => needs.includes(name)))
      for (const profile of check.profiles) {
        const { outcome } = judge(check, { seen, observed, plan: null, profile, strict: false });
        assert.equal(outcome, 'not-observed', `${check.id} without ${name} in ${profile}`);
      }
  }
});

test('no check passes without the fault that it needs', () => {
  const good = goldenStory();
  for (const check of catalogue)
    for (const need of check.needs) {
      if (!need.startsWith('fault:')) continue;
      const fault = need.slice('fault:'.length);
      const without = good.filter(({ exchanges }) => !exchanges.some(({ faults }) => faults.includes(fault)));
      assert.equal(without.length, good.length - 1, `${fault} has one golden story`);
      const seen = see(without);
      for (const profile of check.profiles) {
        const { outcome } = judge(check, { seen, observed: observe(seen), plan: null, profile, strict: false });
        assert.equal(outcome, 'not-observed', `${check.id} without ${fault} in ${profile}`);
      }
    }
});

test('every golden story of a fault is one that a check needs', () => {
  const needed = new Set(catalogue.flatMap(({ needs }) => needs).map((need) => need.replace('fault:', '')));
  const told = goldenStory().flatMap(({ exchanges }) => exchanges.flatMap(({ faults }) => faults));
  assert.deepEqual(
    [...new Set(told)].filter((fault) => !needed.has(fault)),
    [],
  );
});

test('a mutant is judged by the stories that it changed as by all of them', () => {
  const good = goldenStory();
  const judgeMutant = judgeChanges(good);
  for (const { id, profiles, mutant } of catalogue.filter((_, index) => index % 20 === 0)) {
    const bad = mutant.change(good);
    const [profile = 'oidc'] = profiles;
    const reds = (verdicts: readonly Verdict[]) => verdicts.filter(isRed).map((verdict) => verdict.id);
    assert.deepEqual(reds(judgeMutant(bad)(profile)), reds(judgeStory(bad, profile)), id);
  }
});

test('no check is hollow: with nothing to read it is not applicable', () => {
  const seen = see([]);
  for (const { id, judge: rule, profiles } of catalogue)
    for (const profile of profiles) assert.equal(rule(seen, profile).outcome, 'not-applicable', id);
});
