import type { Registration } from '../state/applications.ts';
import { describe, explained } from './answers.ts';
import { isManageable, managementAccess } from './management.ts';
import type { Quirks } from './quirks.ts';
import type { Send } from './send.ts';

/** Answers after which the client is gone, or can never be deleted by us (RFC 7592 §2.3). */
const final = [200, 204, 401, 403, 404, 405, 501];

/** RFC 7592 §2.3. A client that the IdP gave no management access to is left alone. */
export async function unregister(send: Send, registration: Registration, quirks: Quirks): Promise<void> {
  if (!isManageable(registration, quirks)) return;
  const { uri: url, authorization } = managementAccess(registration, quirks);
  await explained('Unexpected error while deleting client', async () => {
    const answer = await send({ method: 'DELETE', url, authorization });
    if (!final.includes(answer.status)) throw new Error(`Unexpected response: ${describe(answer, quirks)}`);
  });
}
