import type { Level, Profile } from '../../../check/level.ts';
import type { SpecRef } from '../../../check/check.ts';
import type { SeenExchange } from '../../../recording/seen.ts';
import { everyProfile } from '../../define.ts';
import { every, type Demand, type ExchangeSpot } from '../../rules.ts';
import { answers, cases } from '../answers.ts';
import type { IdpCheck } from '../define.ts';
import { idpMutant, rewrite, setBody, setStatus } from '../rewrite.ts';

/** A rule about requests that a good IdP refuses. */
export interface RefusalCheck {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly spec: readonly [SpecRef, ...SpecRef[]];
  readonly level: Level;
  readonly levelIn?: Partial<{ readonly [P in Profile]: Level }>;
  readonly profiles?: readonly Profile[];
  /** The cases, all of them to be refused. */
  readonly of: readonly [string, ...string[]];
  readonly demand: Demand<ExchangeSpot<SeenExchange>>;
  readonly why: string;
  /** What the client of the mutant, which is registered all the same, has. */
  readonly wrong?: Readonly<Record<string, unknown>>;
}

/** Its mutant registers the client of the last case. */
export const refusalCheck = ({ of, demand, wrong = {}, profiles = everyProfile, ...rest }: RefusalCheck): IdpCheck => ({
  ...rest,
  profiles,
  needs: cases(...of),
  judge: every(answers(...of), demand),
  mutant: idpMutant(
    'registers the client all the same',
    rewrite(of.at(-1) ?? of[0], setStatus(201), setBody({ client_id: 'registered-all-the-same', ...wrong })),
  ),
});
