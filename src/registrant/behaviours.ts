import type { Behaviour } from './behaviours/behaviour.ts';
import { discoveryBehaviours } from './behaviours/discovery.ts';
import { managementBehaviours } from './behaviours/management.ts';
import { refusalBehaviours } from './behaviours/refusals.ts';
import { registrationBehaviours } from './behaviours/registration.ts';
import { renewalBehaviours } from './behaviours/renewal.ts';
import { securityBehaviours } from './behaviours/security.ts';
import { tokenBehaviours } from './behaviours/token.ts';
import { correct, type Conduct } from './conduct.ts';

const table = {
  ...discoveryBehaviours,
  ...tokenBehaviours,
  ...registrationBehaviours,
  ...refusalBehaviours,
  ...managementBehaviours,
  ...renewalBehaviours,
  ...securityBehaviours,
};

/** The id of the row of the rule book that a behaviour breaks. */
export type BehaviourName = keyof typeof table;

export interface NamedBehaviour extends Behaviour {
  readonly row: BehaviourName;
}

const isName = (name: string): name is BehaviourName => name in table;

export const behaviourNames: readonly BehaviourName[] = Object.keys(table).filter(isName).sort();

export const behaviourOf = (row: BehaviourName): NamedBehaviour => ({ row, ...table[row] });

/** Every way in which the client can be wrong, sorted by row. */
export const behaviours: readonly NamedBehaviour[] = behaviourNames.map(behaviourOf);

/** The decisions of a client with these behaviours; later ones win where two decide the same. */
export const behave = (names: ReadonlySet<BehaviourName>): Conduct =>
  [...names].reduce<Conduct>((conduct, name) => ({ ...conduct, ...behaviourOf(name).change(conduct) }), correct);
