import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { dcrhIdp, failing, measured, secretReference, tryConformance, type Tried } from './conformance.ts';
import { apimLines, readExplained } from './explained.ts';
import { startFront } from './front.ts';
import type { RunningIdp } from './running-idp.ts';

/** An identity provider that is tried as its user would. */
export interface Tested {
  /** As `docs/idps/NAME.md` is called. */
  readonly name: string;
  readonly idp: RunningIdp;
  /** What `dcrh idp` is told beside the address; `secretReference` stands for the secret of the administrator's client. */
  readonly args: readonly string[];
  readonly secret: string;
  /** Environment variables for further references in `args`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it forgets every client that the harness deletes; otherwise what is left has to be in the ledger. */
  readonly deletes: boolean;
  /** What is known to be true of it, by a good run. */
  readonly known?: (tried: Tried) => void;
}

/** Registrations after which a run is disturbed. */
const some = 5;

const ledgerSchema = z.array(z.object({ state: z.string(), clientId: z.string().optional() }));

/** Clients that the ledger of a run says are left. */
async function leftBy(out: string): Promise<number> {
  const entries = ledgerSchema.parse(JSON.parse(await readFile(join(out, 'ledger.json'), 'utf8')));
  return entries.filter(({ state, clientId }) => state !== 'deleted' && clientId !== undefined).length;
}

export function testConformance({ name, idp, args, secret, env = {}, deletes, known }: Tested): void {
  /** Runs in a folder of its own and compares what the IdP holds before and after with what the ledger says. */
  async function leavingNothing<T>(run: (out: string) => Promise<T>): Promise<T> {
    const out = await mkdtemp(join(tmpdir(), 'dcrh-conformance-'));
    try {
      const before = await idp.count();
      const ended = await run(out);
      const left = (await idp.count()) - before;
      if (deletes) assert.equal(left, 0, 'clients that are left at the IdP');
      else assert.ok(left <= (await leftBy(out)), `${left} clients are left, not all of them in the ledger`);
      return ended;
    } finally {
      await rm(out, { recursive: true });
    }
  }

  const options = { discoveryUrl: idp.discoveryUrl, args, secret, env };

  void test(`${name}: every fail is explained, and nothing is left behind`, async (context) => {
    const explained = readExplained(name);
    const tried = await leavingNothing((out) => tryConformance({ ...options, out }));
    context.diagnostic(measured(tried));
    assert.equal(tried.exitCode, explained.fails.length > 0 ? 1 : 0, tried.said);
    assert.deepEqual(failing(tried), explained.fails.toSorted());
    assert.deepEqual(apimLines(tried.result.operations ?? []), explained.apim);
    assert.ok(tried.result.recordings.every(({ outcome }) => outcome === 'complete'));
    known?.(tried);
  });

  void test(`${name}: the smoke cases`, async (context) => {
    const tried = await leavingNothing((out) => tryConformance({ ...options, args: [...args, '--smoke'], out }));
    context.diagnostic(measured(tried));
    assert.notEqual(tried.exitCode, 3, tried.said);
  });

  void test(`${name}: it goes away in the middle; one sentence, and what was created is deleted`, async () => {
    await leavingNothing(async (out) => {
      await using front = await startFront(idp.discoveryUrl, (count, self) => {
        if (count === some) self.goAway();
      });
      const tried = await tryConformance({ ...options, discoveryUrl: front.discoveryUrl, out });
      assert.equal(tried.exitCode, 3, tried.said);
      assert.match(tried.result.reasons[0] ?? '', /^The identity provider no longer answers: /);
    });
  });

  void test(`${name}: Ctrl-C; what was created is deleted`, async () => {
    await leavingNothing(async (out) => {
      const stop = Promise.withResolvers<undefined>();
      await using front = await startFront(idp.discoveryUrl, (count) => {
        if (count === some) stop.resolve(undefined);
      });
      const ended = await dcrhIdp({
        ...options,
        discoveryUrl: front.discoveryUrl,
        out,
        meanwhile: async (interrupt) => {
          await stop.promise;
          interrupt();
        },
      });
      assert.equal(ended.exitCode, 130, ended.said);
    });
  });

  void test(`${name}: a wrong secret; one sentence, and nothing was created`, async () => {
    await leavingNothing(async (out) => {
      const credentials = ['--client-id', idp.adminClientId, '--client-secret', secretReference];
      const tried = await tryConformance({ ...options, args: credentials, secret: `${secret}x`, out });
      assert.equal(tried.exitCode, 3, tried.said);
      assert.match(tried.result.reasons[0] ?? '', /^The IdP gave no token for the client /);
      assert.equal(await leftBy(out), 0);
    });
  });
}
