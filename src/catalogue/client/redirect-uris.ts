import { connect, defineChecks, everyProfile } from '../define.ts';
import { every } from '../rules.ts';
import { elements, requests } from '../select.ts';
import { registrations, registrationsOf } from '../sources.ts';
import { registration10, rfc6749, rfc7591, rfc8252, rfc9700 } from '../specs.ts';
import { dangerIn, redirectKindOf } from '../uri.ts';
import { mutant, named, setMembers } from './mutations.ts';
import {
  httpRedirectsOf,
  implicitWebUris,
  isKind,
  isSafeBrowserRedirect,
  isUnlike,
  privateUseUris,
} from './redirect-rules.ts';

const web = named('Lone web');
const browser = named('Lone SPA');
const native = named('Lone native');

export const redirectUris = defineChecks(
  {
    id: 'RT-09',
    slug: 'web-redirect-https',
    title: 'sends users of a web application back over https, or to this machine',
    spec: [rfc7591('5'), rfc9700('2.6')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['registration:web'],
    why: 'Over plain http anybody on the way reads the authorization code.',
    quote:
      'Additionally, in order to prevent hijacking of the return values of the redirection, registered redirection URI values MUST be one of: a remote web site protected by TLS […]',
    judge: every(elements(registrationsOf('web'), 'redirect_uris'), isKind('https', 'loopback', 'private-use')),
    mutant: mutant('registers a remote http address', setMembers(web, { redirect_uris: ['http://lone.example/cb'] })),
  },
  {
    id: 'RT-10',
    slug: 'redirect-without-fragment',
    title: 'registers redirect URIs without a fragment',
    spec: [rfc6749('3.1.2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['registration'],
    why: 'The answer of a login may travel in the fragment, and the registration is refused.',
    quote: 'The endpoint URI MUST NOT include a fragment component.',
    judge: every(elements(registrations, 'redirect_uris'), isUnlike(/#/, 'a URI without a fragment')),
    mutant: mutant('registers a fragment', setMembers(web, { redirect_uris: ['https://lone.example/cb#done'] })),
  },
  {
    id: 'RT-11',
    slug: 'redirect-without-wildcard',
    title: 'registers redirect URIs without wildcards',
    spec: [rfc9700('2.1'), rfc9700('4.1')],
    level: 'BCP',
    profiles: ['bcp'],
    needs: ['registration'],
    why: 'A wildcard matches a page that an attacker controls, and a server that compares strings matches nothing.',
    judge: every(elements(registrations, 'redirect_uris'), isUnlike(/^[^?#]*\*/, 'a URI without *')),
    mutant: mutant('registers a wildcard', setMembers(web, { redirect_uris: ['https://lone.example/*'] })),
  },
  {
    id: 'RT-12',
    slug: 'redirect-is-harmless',
    title: 'registers no redirect URI that misleads or that a browser runs',
    spec: [rfc9700('4.1')],
    level: 'SEC',
    profiles: everyProfile,
    needs: ['registration'],
    why: 'User information, dot segments and script schemes are how redirect checks are got round.',
    judge: every(elements(registrations, 'redirect_uris'), ({ value }) => {
      const danger = dangerIn(value);
      return danger === undefined ? undefined : { expected: 'a plain redirect URI', found: `${danger}: ${value}` };
    }),
    mutant: mutant('registers a dot segment', setMembers(web, { redirect_uris: ['https://lone.example/cb/../admin'] })),
  },
  {
    id: 'RT-13',
    slug: 'web-implicit-https',
    title: 'registers https addresses, and not localhost, for a web application with the implicit grant',
    spec: [registration10('2')],
    level: 'MUST',
    profiles: connect,
    needs: ['registration:web'],
    why: 'Tokens in a redirect to this machine can be taken by any program that listens there.',
    quote:
      'Web Clients using the OAuth Implicit Grant Type MUST only register URLs using the https scheme as redirect_uris; they MUST NOT use localhost as the hostname.',
    judge: every(implicitWebUris, ({ value }) =>
      redirectKindOf(value) === 'https' && URL.parse(value)?.hostname !== 'localhost'
        ? undefined
        : { expected: 'an https URL of another host than localhost', found: value },
    ),
    mutant: mutant(
      'registers localhost for the implicit grant',
      setMembers(named('Everything'), { redirect_uris: ['http://localhost:3000/cb', 'https://second.example/cb'] }),
    ),
  },
  {
    id: 'RT-19',
    slug: 'spa-redirect-uris',
    title: 'registers https addresses, or this machine, for a browser application',
    spec: [rfc7591('5'), rfc7591('2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['registration:browser'],
    why: 'Over plain http anybody on the way reads the authorization code; without an address nobody can log in.',
    judge: every(requests(registrationsOf('browser')), isSafeBrowserRedirect),
    mutant: mutant(
      'registers a remote http address',
      setMembers(browser, { redirect_uris: ['http://spa.example/cb'] }),
    ),
  },
  {
    id: 'RT-21',
    slug: 'native-redirect-kind',
    title: 'registers a private scheme, a loopback address or a claimed https link for a native application',
    spec: [rfc7591('5'), rfc8252('7.2'), registration10('2')],
    level: 'MUST',
    profiles: everyProfile,
    needs: ['registration:native'],
    why: 'Over plain http anybody on the way reads the authorization code.',
    judge: every(elements(registrationsOf('native'), 'redirect_uris'), isKind('private-use', 'loopback', 'https')),
    mutant: mutant(
      'registers a remote http address',
      setMembers(native, { redirect_uris: ['http://lone.example/cb'] }),
    ),
  },
  {
    id: 'RT-22',
    slug: 'native-loopback-ip',
    title: 'registers the loopback address of a native application as an IP literal',
    spec: [rfc8252('8.3'), rfc8252('7.3')],
    level: 'SHOULD',
    profiles: ['bcp'],
    needs: ['registration:native'],
    why: 'The name localhost may resolve to another interface than the one the application listens on.',
    judge: every(httpRedirectsOf('native'), ({ value }) =>
      URL.parse(value)?.hostname === 'localhost' ? { expected: '127.0.0.1 or [::1]', found: value } : undefined,
    ),
    mutant: mutant('registers localhost', setMembers(native, { redirect_uris: ['http://localhost:8765/cb'] })),
  },
  {
    id: 'RT-23',
    slug: 'native-reverse-domain',
    title: 'registers a private scheme that is a reversed domain name',
    spec: [rfc8252('7.1'), rfc8252('8.4')],
    level: 'MUST',
    profiles: ['bcp'],
    needs: ['registration:native'],
    why: 'Any other application on the device can claim a short scheme and receive the authorization code.',
    judge: every(privateUseUris, ({ value }) =>
      /^[^:]*\.[^:]*:/.test(value)
        ? undefined
        : { expected: 'a scheme with a dot, such as com.example.app', found: value },
    ),
    mutant: mutant('registers a short scheme', setMembers(native, { redirect_uris: ['loneapp:/cb'] })),
  },
  {
    id: 'RT-31',
    slug: 'native-redirect-of-connect',
    title: 'registers for a native application only what OpenID Connect lists: a custom scheme or a loopback address',
    spec: [registration10('2'), rfc8252('7.2')],
    level: 'INTEROP',
    profiles: ['oidc'],
    needs: ['registration:native'],
    why: 'A provider that takes OpenID Connect by the letter refuses a claimed https link, which RFC 8252 allows.',
    judge: every(elements(registrationsOf('native'), 'redirect_uris'), ({ value }) =>
      redirectKindOf(value) === 'https'
        ? { expected: 'a custom scheme or a loopback address', found: value }
        : undefined,
    ),
    mutant: mutant(
      'registers a claimed https link',
      setMembers(native, { redirect_uris: ['https://lone.example/app/cb'] }),
    ),
  },
);
