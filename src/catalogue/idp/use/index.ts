import { backEnd } from './back-end.ts';
import { consent } from './consent.ts';
import { login } from './login.ts';
import { publicClients } from './public-clients.ts';
import { tokens } from './tokens.ts';

/** Rules about clients at work: that one was registered says little when it cannot be used. */
export const use = [...backEnd, ...tokens, ...login, ...publicClients, ...consent];
