import type { Application } from '../../recording/recording.ts';
import type { SeenExchange } from '../../recording/seen.ts';
import { isLong } from '../../recording/observations.ts';
import { succeeded } from '../credentials.ts';
import { defineChecks, everyProfile } from '../define.ts';
import { every, show, type Demand, type ExchangeSpot, type Select, type StorySpot } from '../rules.ts';
import { bodyOf, bodySpot, read } from '../select.ts';
import { isSentence } from '../sentences.ts';
import { registrations } from '../sources.ts';
import { interoperability, rfc3986, rfc7591 } from '../specs.ts';
import { same } from './edit-rules.ts';
import { changeTarget, dropMember, inRecording, mutant, setMembers, type Pick } from './mutations.ts';

const row = { profiles: everyProfile, level: 'INTEROP' } as const;

interface Setting {
  readonly name: string;
  readonly wanted: unknown;
  readonly sent: unknown;
}

/** Each additional member of the provider with what a registration sends of it. */
const additionalMembers: Select<ExchangeSpot<Setting>> = (seen, profile) =>
  read(registrations, 'has a provider with additional metadata', (exchange) =>
    Object.entries(seen.providerFor(exchange)?.metadata ?? {}).map(([name, wanted]) =>
      bodySpot(exchange, { name, wanted, sent: bodyOf(exchange)[name] }, name),
    ),
  )(seen, profile);

/** Each claim of the person with what a registration has at the path that it is mapped to. */
const injectedClaims: Select<ExchangeSpot<Setting>> = (seen, profile) =>
  read(registrations, 'has a person whose claims are mapped', (exchange) =>
    (seen.providerFor(exchange)?.claims ?? []).flatMap(({ claim, member }) => {
      const wanted = exchange.application?.claims?.[claim];
      if (wanted === undefined) return [];
      const path = member.split('.');
      return [bodySpot(exchange, { name: member, wanted, sent: valueAt(bodyOf(exchange), path) }, ...path)];
    }),
  )(seen, profile);

function valueAt(body: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([own]) => own === name)?.[1]
        : undefined,
    body,
  );
}

const isSent: Demand<ExchangeSpot<Setting>> = ({ value: { name, wanted, sent } }) =>
  same(wanted, sent) ? undefined : { expected: `${name} ${show(wanted)}`, found: show(sent) };

interface Long {
  readonly application: Application;
  readonly sent: readonly SeenExchange[];
}

const longApplications: Select<StorySpot<Long>> = (seen) => ({
  spots: seen.recordings.flatMap((recording) =>
    recording.applications.filter(isLong).map((application) => ({
      value: {
        application,
        sent: seen
          .of('registration')
          .filter(
            (one) =>
              one.recording === recording.id && (one.application === application || isBeginningOf(one, application)),
          ),
      },
      recording: recording.id,
      subject: `application ${application.name.slice(0, 40)}`,
    })),
  ),
  none: 'nobody typed very long values',
});

const isBeginningOf = (exchange: SeenExchange, { name }: Application) => {
  const sent = bodyOf(exchange)['client_name'];
  return typeof sent === 'string' && sent.length >= 16 && name.startsWith(sent);
};

/** What was typed is what is sent; otherwise a person reads why there is no application. */
const isWholeOrExplained: Demand<StorySpot<Long>> = ({ value: { application, sent } }) => {
  const { name, redirectUris, outcome, message } = application;
  const cut = sent.find((exchange) => {
    const body = bodyOf(exchange);
    return body['client_name'] !== name || !same(body['redirect_uris'], redirectUris);
  });
  if (cut !== undefined)
    return { expected: `a name of ${name.length} characters and ${redirectUris.length} redirect URIs`, found: 'less' };
  return outcome === 'created' && sent.some(succeeded) ? undefined : isSentence(message);
};

const hostOf = (url: string) => /^[a-z]+:\/\/([^/?#]*)/i.exec(url)?.[1]?.toLowerCase();

const toIpv6: Select<ExchangeSpot<{ typed: string; asked: string }>> = (seen) => ({
  spots: seen.of('discovery').flatMap((exchange) => {
    const typed = hostOf(seen.providerFor(exchange)?.discoveryEndpoint ?? '');
    return typed?.startsWith('[') === true
      ? [{ value: { typed, asked: hostOf(exchange.url) ?? '' }, exchange, part: 'request target', pointer: '' }]
      : [];
  }),
  none: 'no identity provider was at an IPv6 address',
});

const ofProvider: Pick = (seen) => inRecording('golden-provider', 'registration')(seen).slice(0, 1);

export const typedValues = defineChecks(
  {
    ...row,
    id: 'D-28',
    slug: 'ipv6-and-port',
    title: 'asks an IPv6 address at its port',
    spec: [rfc3986('3.2.2'), interoperability],
    needs: ['ipv6-address', 'discovery'],
    why: 'An identity provider in a network without IPv4 cannot be used.',
    judge: every(toIpv6, ({ value: { typed, asked } }) =>
      typed === asked ? undefined : { expected: typed, found: asked },
    ),
    mutant: mutant(
      'loses the port',
      changeTarget(inRecording('golden-ipv6', 'discovery'), (url) => url.replace(':8443', '')),
    ),
  },
  {
    ...row,
    id: 'R-33',
    slug: 'additional-metadata-kept',
    title: 'sends every additional member that the administrator has set',
    spec: [rfc7591('2'), interoperability],
    needs: ['additional-metadata', 'registration'],
    why: 'What an administrator has set is left out without a word.',
    judge: every(additionalMembers, isSent),
    mutant: mutant('drops a member that it does not know', dropMember(ofProvider, 'audience')),
  },
  {
    ...row,
    id: 'R-34',
    slug: 'claims-injected',
    title: 'puts a claim of the person where it is mapped to, with its type',
    spec: [interoperability],
    needs: ['claim-mappings', 'registration'],
    why: 'The server cannot tell to whom a client belongs.',
    judge: every(injectedClaims, isSent),
    mutant: mutant(
      'writes the path as one name',
      setMembers(ofProvider, { metadata: {}, 'metadata.organization': 'acme' }),
    ),
  },
  {
    ...row,
    id: 'R-44',
    slug: 'long-values',
    title: 'sends long values as they were typed, or says that they are too long',
    spec: [interoperability],
    needs: ['long-values'],
    why: 'A name or a list that was cut belongs to nobody.',
    judge: every(longApplications, isWholeOrExplained),
    mutant: mutant(
      'cuts the list of redirect URIs',
      setMembers(
        (seen) =>
          inRecording(
            'golden-crowd',
            'registration',
          )(seen).filter(({ application }) => application !== undefined && isLong(application)),
        {
          redirect_uris: ['https://lone.example/cb/0'],
        },
      ),
    ),
  },
);
