import { objectOf } from '../../../recording/body.ts';
import type { SeenExchange } from '../../../recording/seen.ts';
import { succeeded } from '../../credentials.ts';
import { bodyOf, stringsOf } from '../../select.ts';
import type { ExchangeSpot, Select } from '../../rules.ts';
import { exchangesOf, memberSpot, read, type AnswerRef } from '../answers.ts';

type Members = Readonly<Record<string, unknown>>;

const types = ['b2b', 'web', 'spa', 'native'];
const spellings = ['explicit', 'minimal', 'apim', 'apim-upper'];

/** The cases that register one client of each type in each spelling. */
export const typeCases: readonly AnswerRef[] = types.flatMap((type) =>
  spellings.map((spelling) => `register-${type}-${spelling}`),
);

/** A client that was registered: the request, and what the answer says of it. */
export interface Client {
  readonly asked: Members;
  readonly answered: Members;
}

/** The registrations that were accepted, each as request and answer. */
export const clients = (...refs: readonly AnswerRef[]): Select<ExchangeSpot<Client>> =>
  read(refs, 'registered a client', (exchange) =>
    clientOf(exchange).map((value) => ({ value, exchange, part: 'response body', pointer: '' })),
  );

function clientOf(exchange: SeenExchange): Client[] {
  const answered = objectOf(exchange.response.json);
  return answered === undefined || !succeeded(exchange) ? [] : [{ asked: bodyOf(exchange), answered }];
}

/** Members of the answers that registered a client, there or not. */
export const registeredMembers = (names: readonly string[], ...refs: readonly AnswerRef[]): Select<ExchangeSpot> =>
  read(refs, 'registered a client', (exchange) =>
    clientOf(exchange).flatMap(({ answered }) => names.map((name) => memberSpot(exchange, name, answered[name]))),
  );

/** The same, where they are there. */
export const statedMembers = (names: readonly string[], ...refs: readonly AnswerRef[]): Select<ExchangeSpot> =>
  read(refs, `registered a client with ${names.join(' or ')}`, (exchange) =>
    clientOf(exchange).flatMap(({ answered }) =>
      names.flatMap((name) => (answered[name] === undefined ? [] : [memberSpot(exchange, name, answered[name])])),
    ),
  );

/** A member as it was asked for and as it is in the answer. */
export interface Kept {
  readonly asked: unknown;
  readonly answered: unknown;
}

/** The members that were asked for, of the answers that registered a client. */
export const askedMembers = (names: readonly string[], ...refs: readonly AnswerRef[]): Select<ExchangeSpot<Kept>> =>
  read(refs, `registered a client that asked for ${names.join(' or ')}`, (exchange) =>
    clientOf(exchange).flatMap(({ asked, answered }) =>
      names.flatMap((name) =>
        asked[name] === undefined
          ? []
          : [{ ...memberSpot(exchange, name, undefined), value: { asked: asked[name], answered: answered[name] } }],
      ),
    ),
  );

/** Statuses of answers to requests that differ from accepted ones in one thing; without those they say nothing of it. */
export const statusesBeside =
  (besides: readonly AnswerRef[], ...refs: readonly AnswerRef[]): Select<ExchangeSpot<number>> =>
  (seen, profile) => {
    const good = besides.every((ref) => exchangesOf(seen, ref).some(succeeded));
    const select = read(refs, 'has a status', (exchange) => [
      { value: exchange.response.status, exchange, part: 'response status', pointer: '' },
    ]);
    return good ? select(seen, profile) : { spots: [], none: `${besides.join(' and ')}: not all were accepted` };
  };

/** The auth method that an answer settles on; RFC 7591 §2 has `client_secret_basic` where nothing is said. */
export const authMethodOf = ({ asked, answered }: Client): unknown =>
  answered['token_endpoint_auth_method'] ?? asked['token_endpoint_auth_method'] ?? 'client_secret_basic';

/** Response types of a client, each split into its parts: `code id_token` is two. */
export const responsePartsOf = ({ answered }: Client): readonly string[] =>
  (stringsOf(answered['response_types']) ?? []).flatMap((type) => type.split(' '));

export const grantsOf = ({ answered }: Client): readonly string[] => stringsOf(answered['grant_types']) ?? [];
