import type { Refusal } from '../portal/backend/http.ts';

/** What the Portal API said of the newest request that it refused. */
export const failures: { newest: Refusal | undefined } = { newest: undefined };
