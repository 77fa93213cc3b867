import { defineChecks, everyProfile, type CatalogueCheck } from '../define.ts';
import { every, show } from '../rules.ts';
import { bodyOf } from '../select.ts';
import { sighted } from '../sighted.ts';
import { interoperability, rfc7591, rfc7592 } from '../specs.ts';
import {
  changesOnlyTheEdited,
  clearedMembers,
  comesFromSomewhere,
  editsOfTheId,
  editUpdates,
  isCleared,
  isExplainedEdit,
  managementTries,
  noticesChange,
  same,
  savesWhatItSays,
  sendsNothing,
  staysWithItsServer,
} from './edit-rules.ts';
import { dropExchanges, edit, editRecording, inRecording, mutant, repeat, setMembers, type Pick } from './mutations.ts';
import { seeInstead, unheard } from './sighting-mutations.ts';

const story = 'golden-edits';
const row = { profiles: everyProfile, level: 'INTEROP' } as const;

const updateIn =
  (recording: string, title: string): Pick =>
  (seen) =>
    inRecording(recording, 'management')(seen).filter(({ step, method }) => method === 'PUT' && step?.title === title);

const logoGone = updateIn(story, 'take the logo away');
const tabs = updateIn(story, 'change in two tabs at once');
const afterSwitch = updateIn('golden-changes', 'change Kept shop again');
const afterOwner = updateIn('golden-changes', 'change Kept shop');

interface TryRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly why: string;
  readonly fault: string;
}

/** An edit or a renewal of a client that an answer made unmanageable is explained. */
const explainsTry = ({ fault, ...words }: TryRow): CatalogueCheck => ({
  ...row,
  ...words,
  spec: [rfc7592('2'), interoperability],
  needs: [`fault:${fault}`, 'management-try'],
  judge: every(
    managementTries(
      ({ exchanges }) => exchanges.some(({ faults }) => faults.includes(fault)),
      `nobody tried to change a client after ${fault}`,
    ),
    ({ value: { message, updated } }) => isExplainedEdit(message, updated),
  ),
  mutant: mutant('says nothing, and does nothing', unheard(`fault-${fault}`)),
});

export const edits = defineChecks(
  {
    ...row,
    id: 'M-04',
    slug: 'client-id-not-from-caller',
    title: 'updates its own client, whatever client_id somebody slips into an edit',
    spec: [rfc7592('2.2'), interoperability],
    level: 'SEC',
    needs: ['management-try', 'update'],
    why: 'A developer edits the client of somebody else.',
    judge: every(editsOfTheId, ({ value: { exchange, client } }) => {
      const sent = bodyOf(exchange)['client_id'];
      return sent === client.clientId ? undefined : { expected: client.clientId, found: show(sent) };
    }),
    mutant: mutant(
      'sends the client_id on',
      setMembers(updateIn('golden-rotation', 'change Rotated shop, with the client_id of another'), {
        client_id: 'id-of-another',
      }),
    ),
    related: ['M-03'],
  },
  {
    ...row,
    id: 'M-09',
    slug: 'update-changes-only-the-edited',
    title: 'changes with an update only what was edited',
    spec: [rfc7592('2.2'), interoperability],
    needs: ['edit', 'update'],
    why: 'An edit of one field takes back what the server, or somebody else, had changed.',
    judge: every(editUpdates, changesOnlyTheEdited),
    mutant: mutant('sets the scope back', setMembers(logoGone, { scope: 'openid' })),
    related: ['Q-06'],
  },
  {
    ...row,
    id: 'M-10',
    slug: 'cleared-value-removed',
    title: 'takes out of an update what a person has cleared',
    spec: [rfc7592('2.2')],
    level: 'INTEROP',
    needs: ['cleared-value'],
    why: 'The page shows no logo, and the login page still does.',
    judge: every(clearedMembers, isCleared),
    mutant: mutant('sends the old logo again', setMembers(logoGone, { logo_uri: 'https://lone.example/logo.png' })),
  },
  {
    ...row,
    id: 'M-16',
    slug: 'concurrent-updates',
    title: 'makes every update that it says it saved when two people save at once',
    spec: [interoperability],
    needs: ['edits-at-once'],
    why: 'With a new token in each answer one of two updates is refused, and nobody is told.',
    judge: every(
      sighted('at-once', 'nobody saved at the same time', ({ acts }) => acts === 'edits'),
      savesWhatItSays,
    ),
    mutant: mutant(
      'says "saved" for an update that was refused',
      edit(
        (seen) => tabs(seen).slice(1),
        (exchange) => ({ ...exchange, response: { ...exchange.response, status: 401 } }),
      ),
    ),
  },
  {
    ...row,
    id: 'M-18',
    slug: 'no-update-without-a-change',
    title: 'sends no update when nothing was changed that is registered',
    spec: [interoperability],
    needs: ['product-edit'],
    why: 'Each update may bring a new token, and each lost answer a client that is locked out.',
    judge: every(
      sighted('edit', 'nobody edited only what the product knows', ({ changed }) => Object.keys(changed).length === 0),
      sendsNothing,
    ),
    mutant: mutant(
      'sends an update with every save',
      repeat(logoGone, (exchange) => ({ ...exchange, step: exchange.step + 1 })),
    ),
  },
  explainsTry({
    id: 'M-19',
    slug: 'unmanageable-client-explained',
    title: 'says that a client cannot be changed for which there is no address',
    why: 'The developer believes that the change was made.',
    fault: 'management-pair-missing',
  }),
  {
    ...row,
    id: 'M-24',
    slug: 'drift-noticed',
    title: 'shows what an administrator has changed at the identity provider',
    spec: [rfc7592('2.1'), interoperability],
    needs: ['idp-change'],
    why: 'The product shows a client that does not exist like that, and the next edit brings it back.',
    judge: every(sighted('idp-change', 'nobody changed a client at the identity provider'), noticesChange),
    mutant: mutant(
      'shows what it has stored',
      editRecording('golden-changes', (recording) => ({
        ...recording,
        applications: recording.applications.map((application) => ({
          ...application,
          api: application.api && { ...application.api, name: application.name },
        })),
      })),
    ),
  },
  explainsTry({
    id: 'M-30',
    slug: 'relative-management-uri',
    title: 'uses a registration_client_uri without a host, or says why not',
    why: 'Servers behind a proxy send such addresses, and the product breaks.',
    fault: 'management-uri-relative',
  }),
  explainsTry({
    id: 'M-31',
    slug: 'unreachable-management-uri',
    title: 'says that a registration_client_uri cannot be reached',
    why: 'Servers behind a proxy send inner names, and the change is lost.',
    fault: 'management-uri-unreachable',
  }),
  {
    ...row,
    id: 'M-32',
    slug: 'owner-changed',
    title: 'keeps what the claims of the first owner made of a client when the owner changes',
    spec: [interoperability],
    needs: ['owner-change', 'claim-mappings', 'update'],
    why: 'An edit moves the client to another tenant, and nobody asked for that.',
    judge: every(
      (seen, profile) => ({
        spots: editUpdates(seen, profile).spots.filter(
          ({
            value: {
              edit: { step, application },
              recording,
            },
          }) =>
            (recording.sightings ?? []).some(
              (other) => other.kind === 'owner-change' && other.application === application && other.step < step,
            ),
        ),
        none: 'no application was edited after it had another owner',
      }),
      ({
        value: {
          edit: { changed },
          recording,
          update,
          body,
        },
      }) => {
        const { answer } = update.client;
        const moved = (recording.provider?.claims ?? []).find(
          ({ member }) => !(member in changed) && member in answer && !same(body[member], answer[member]),
        );
        return moved === undefined
          ? undefined
          : { expected: `${moved.member} ${show(answer[moved.member])}`, found: show(body[moved.member]) };
      },
    ),
    mutant: mutant('takes over the claims of the new owner', setMembers(afterOwner, { organization: 'other' })),
    related: ['M-09', 'Q-06'],
  },
  {
    ...row,
    id: 'M-33',
    slug: 'provider-switched',
    title: 'manages an old client where it was registered once the provider has moved',
    spec: [rfc7592('2'), interoperability],
    needs: ['provider-switch', 'edit'],
    why: 'The application is said to belong to a server that has never heard of it.',
    judge: every(
      sighted(
        'edit',
        'nobody edited an application after the provider had moved',
        ({ outcome, changed, step }, { sightings = [] }) =>
          outcome === 'saved' &&
          Object.keys(changed).length > 0 &&
          sightings.some(
            (other) =>
              other.kind === 'provider-save' &&
              other.outcome === 'saved' &&
              !other.first &&
              other.typed.includes('discoveryEndpoint') &&
              other.step < step,
          ),
      ),
      staysWithItsServer,
    ),
    mutant: mutant('saves the edit for itself alone', dropExchanges(afterSwitch)),
  },
  {
    ...row,
    id: 'M-34',
    slug: 'edit-without-provider',
    title: 'explains an edit of a client whose provider was removed',
    spec: [interoperability],
    needs: ['provider-removal', 'management-try'],
    why: 'The product breaks in the middle of an edit, and part of it is saved.',
    judge: every(
      managementTries(
        ({ sightings = [] }, step) => sightings.some((other) => other.kind === 'provider-removal' && other.step < step),
        'nobody tried to change a client after the provider was removed',
      ),
      ({ value: { message, updated } }) => isExplainedEdit(message, updated),
    ),
    mutant: mutant(
      'breaks',
      seeInstead('golden-provider', 'edit', { message: 'java.lang.NullPointerException: Cannot invoke "x"' }),
    ),
  },
  {
    ...row,
    id: 'Q-06',
    slug: 'update-from-known-values',
    title: 'sends in an update only values that were typed, answered or set',
    spec: [rfc7591('2'), interoperability],
    needs: ['edit', 'update'],
    why: 'A value that nobody chose is nobody’s to explain.',
    judge: every(editUpdates, comesFromSomewhere),
    mutant: mutant('alters what was typed', setMembers(logoGone, { policy_uri: 'https://lone.example/privacy/' })),
  },
);
