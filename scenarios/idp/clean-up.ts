import { Inconclusive } from '../../src/errors.ts';
import type { Outgoing, Sent } from './http/sent.ts';
import { Unanswered } from './http/transport.ts';
import type { Key, Ledger, LedgerEntry } from './ledger.ts';
import { bearer } from './probe.ts';

/** What became of the clients of a run. */
export interface Deletion {
  readonly created: number;
  readonly deleted: number;
  readonly survivors: readonly LedgerEntry[];
}

/**
 * Deletes every client of the ledger (RFC 7592 §2.3). Where the client's own token is no longer taken, that of the
 * administrator is tried: some IdPs open every client to it. A client that cannot be deleted survives, with the reason in the
 * ledger.
 */
export async function deleteClients(
  ledger: Ledger,
  send: (outgoing: Outgoing) => Promise<Sent>,
  adminToken: () => Promise<string | undefined>,
): Promise<Deletion> {
  const living = ledger.entries().filter(({ state }) => state === 'created');
  const created = ledger.entries().filter(({ clientId }) => clientId !== undefined).length;
  let silence: string | undefined;
  const deleteAs = async (key: Key): Promise<Attempt> => {
    const own = await tryDelete(key, send);
    const token = own.refused === true ? await adminToken() : undefined;
    return token === undefined || (await tryDelete({ ...key, token }, send)).note !== undefined ? own : {};
  };
  for (const entry of living) {
    const key = ledger.keyOf(entry);
    const attempt = key === undefined ? unmanageable : silence === undefined ? await deleteAs(key) : {};
    silence ??= attempt.silence;
    const note = attempt.note ?? silence;
    entry.state = note === undefined ? 'deleted' : 'survived';
    if (note !== undefined) entry.note = note;
  }
  await ledger.save();
  const survivors = ledger.entries().filter(({ state }) => state === 'survived' || state === 'asked');
  return { created, deleted: created - survivors.filter(({ clientId }) => clientId !== undefined).length, survivors };
}

interface Attempt {
  /** Why the client is still there. */
  note?: string;
  /** Why no answer came; then the others are not tried either. */
  silence?: string;
  /** The token was not taken. */
  refused?: true;
}

const unmanageable: Attempt = { note: 'the IdP gave no registration_access_token' };

async function tryDelete({ uri, token }: Key, send: (outgoing: Outgoing) => Promise<Sent>): Promise<Attempt> {
  try {
    const { status } = await send({ method: 'DELETE', url: uri, headers: [bearer(token)] });
    if ([200, 204, 404].includes(status)) return {};
    if (![401, 403].includes(status)) return { note: `DELETE was answered with ${status}` };
    return { note: `DELETE was answered with ${status}: its token is no longer taken`, refused: true };
  } catch (error) {
    if (error instanceof Unanswered) return { silence: error.message };
    if (error instanceof Inconclusive) return { note: error.message };
    throw error;
  }
}
