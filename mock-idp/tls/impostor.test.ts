import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Agent, request } from 'undici';
import { certificateFlaws, type CertificateFlaw } from './certificates.ts';
import { startImpostor } from './impostor.ts';
import { reasonOf } from './trust.ts';

const reasons: Readonly<Record<CertificateFlaw, RegExp>> = {
  'other-name': /altnames/,
  expired: /expired/,
  'not-for-servers': /purpose/,
};

for (const flaw of certificateFlaws)
  test(`a careful client leaves a server with the flaw ${flaw} without a request, a careless one is counted`, async () => {
    await using impostor = await startImpostor(flaw, {});
    const { discoveryUrl: url, ca = '' } = impostor;
    const careful = new Agent({ connect: { ca } });
    await assert.rejects(request(url, { dispatcher: careful }), (error) => reasons[flaw].test(reasonOf(error)));
    await careful.close();
    assert.equal(impostor.requests(), 0);

    const careless = new Agent({ connect: { rejectUnauthorized: false } });
    const { statusCode, body } = await request(url, { dispatcher: careless });
    await body.dump();
    await careless.close();
    assert.equal(statusCode, 404);
    assert.equal(impostor.requests(), 1);
  });
