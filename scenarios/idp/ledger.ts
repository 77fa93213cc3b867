import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A client that the harness asked the IdP for. */
export interface LedgerEntry {
  /** `client_name` of the request, or what the request was for when it carried none. */
  readonly name: string;
  readonly case: string;
  /** `asked`: no answer yet, so whether a client exists is not known. `survived`: it could not be deleted. */
  state: 'asked' | 'refused' | 'created' | 'deleted' | 'survived';
  clientId?: string;
  registrationUri?: string;
  /** Why it survived. */
  note?: string;
}

/** What is needed to delete a client; in memory only. */
export interface Key {
  uri: string;
  token: string;
}

/** The clients of one run. Written to `ledger.json` before each creation, so that even a killed run can be tidied up after. */
export interface Ledger {
  entries(): readonly LedgerEntry[];
  /** Writes the entry down before the request goes out. */
  ask(name: string, caseName: string): Promise<LedgerEntry>;
  settle(entry: LedgerEntry, members: Readonly<Record<string, unknown>>): void;
  /** The token or the URI of a client changed (RFC 7592 §2.1, §2.2). */
  rekey(clientId: string, members: Readonly<Record<string, unknown>>): void;
  /** The client was deleted by a case. */
  gone(clientId: string): void;
  keyOf(entry: LedgerEntry): Key | undefined;
  save(): Promise<void>;
}

/** `out` undefined: the ledger is in memory only. */
export function openLedger(out: string | undefined): Ledger {
  const entries: LedgerEntry[] = [];
  const keys = new Map<string, Key>();
  const save = async () => {
    if (out === undefined) return;
    await mkdir(out, { recursive: true });
    await writeFile(join(out, 'ledger.json'), `${JSON.stringify(entries, null, 2)}\n`);
  };
  const learnKey = (clientId: string, members: Readonly<Record<string, unknown>>) => {
    const { registration_client_uri: uri, registration_access_token: token } = members;
    const before = keys.get(clientId);
    const key = { uri: textOf(uri) ?? before?.uri, token: textOf(token) ?? before?.token };
    if (key.uri !== undefined && key.token !== undefined) keys.set(clientId, { uri: key.uri, token: key.token });
  };
  return {
    entries: () => entries,
    async ask(name, caseName) {
      const entry: LedgerEntry = { name, case: caseName, state: 'asked' };
      entries.push(entry);
      await save();
      return entry;
    },
    settle(entry, members) {
      const clientId = textOf(members['client_id']);
      if (clientId === undefined) {
        entry.state = 'refused';
        return;
      }
      const uri = textOf(members['registration_client_uri']);
      Object.assign(entry, { state: 'created', clientId, ...(uri && { registrationUri: uri }) });
      learnKey(clientId, members);
    },
    rekey: learnKey,
    gone(clientId) {
      for (const entry of entries) if (entry.clientId === clientId) entry.state = 'deleted';
    },
    keyOf: ({ clientId }) => keys.get(clientId ?? ''),
    save,
  };
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
