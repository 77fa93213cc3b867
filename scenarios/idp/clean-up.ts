import { Inconclusive } from '../../src/errors.ts';
import type { Outgoing, Sent } from './http/sent.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import { bearer } from './probe.ts';

/** What became of the clients of a run. */
export interface Deletion {
  readonly created: number;
  readonly deleted: number;
  readonly survivors: readonly LedgerEntry[];
}

/** Deletes every client of the ledger (RFC 7592 §2.3). One that cannot be deleted survives, with the reason in the ledger. */
export async function deleteClients(ledger: Ledger, send: (outgoing: Outgoing) => Promise<Sent>): Promise<Deletion> {
  const living = ledger.entries().filter(({ state }) => state === 'created');
  const created = ledger.entries().filter(({ clientId }) => clientId !== undefined).length;
  for (const entry of living) {
    const key = ledger.keyOf(entry);
    const note =
      key === undefined ? 'the IdP gave no registration_access_token' : await deleted(key.uri, key.token, send);
    entry.state = note === undefined ? 'deleted' : 'survived';
    if (note !== undefined) entry.note = note;
  }
  await ledger.save();
  const survivors = ledger.entries().filter(({ state }) => state === 'survived' || state === 'asked');
  return { created, deleted: created - survivors.filter(({ clientId }) => clientId !== undefined).length, survivors };
}

/** undefined: it is gone; a token that is no longer taken is what a deleted client answers (RFC 7592 §2). */
async function deleted(
  uri: string,
  token: string,
  send: (outgoing: Outgoing) => Promise<Sent>,
): Promise<string | undefined> {
  try {
    const { status } = await send({ method: 'DELETE', url: uri, headers: [bearer(token)] });
    return status === 204 || status === 200 || status === 404 ? undefined : `DELETE was answered with ${status}`;
  } catch (error) {
    if (!(error instanceof Inconclusive)) throw error;
    return error.message;
  }
}
