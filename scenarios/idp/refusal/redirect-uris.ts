import type { ProbeCase } from '../case.ts';
import { webRedirect } from '../templates.ts';
import { refusalCase } from './refusal-case.ts';

const redirect = (name: string, title: string, ...uris: readonly string[]): ProbeCase =>
  refusalCase({ name, title: `register a Web client with ${title}`, wrong: { redirect_uris: uris } });

const implicit = { grant_types: ['implicit'], response_types: ['id_token'] };

/** Redirect URIs that a good IdP does not take; the name ends in what is wrong. */
export const redirectCases: readonly ProbeCase[] = [
  refusalCase({
    name: 'refuse-redirects-absent',
    title: 'register a Web client without redirect_uris',
    wrong: { redirect_uris: undefined },
  }),
  redirect('refuse-redirects-empty', 'an empty list of redirect URIs'),
  refusalCase({
    name: 'refuse-redirects-text',
    title: 'register a Web client with redirect_uris as a text',
    wrong: { redirect_uris: webRedirect },
  }),
  redirect('refuse-redirect-relative', 'a relative redirect URI', '/callback'),
  redirect('refuse-redirect-fragment', 'a fragment in the redirect URI', `${webRedirect}#part`),
  redirect('refuse-redirect-http', 'an http redirect URI', 'http://app.example/callback'),
  refusalCase({
    name: 'register-implicit',
    title: 'register a Web client for the implicit flow',
    needs: ['implicit'],
    wrong: implicit,
  }),
  refusalCase({
    name: 'refuse-implicit-http',
    title: 'register a Web client for the implicit flow with an http redirect URI',
    needs: ['implicit'],
    twin: 'register-implicit',
    wrong: { ...implicit, redirect_uris: ['http://app.example/callback'] },
  }),
  refusalCase({
    name: 'refuse-implicit-localhost',
    title: 'register a Web client for the implicit flow that comes back to localhost',
    needs: ['implicit'],
    twin: 'register-implicit',
    wrong: { ...implicit, redirect_uris: ['https://localhost/callback'] },
  }),
  refusalCase({
    name: 'refuse-native-http',
    title: 'register a native application that comes back to an http address of another host',
    type: 'native',
    wrong: { redirect_uris: ['http://app.example/callback'] },
  }),
  redirect('refuse-redirect-javascript', 'a javascript: redirect URI', 'javascript:alert(1)'),
  redirect('refuse-redirect-data', 'a data: redirect URI', 'data:text/html,callback'),
  redirect('refuse-redirect-vbscript', 'a vbscript: redirect URI', 'vbscript:MsgBox(1)'),
  redirect('refuse-redirect-file', 'a file: redirect URI', 'file:///callback'),
  redirect('refuse-redirect-wildcard-host', 'a wildcard for the host', 'https://*.app.example/callback'),
  redirect('refuse-redirect-wildcard-path', 'a wildcard in the path', 'https://app.example/*'),
  redirect('refuse-redirect-userinfo', 'user information before the host', 'https://app.example@other.example/cb'),
  redirect('refuse-redirect-line-break', 'a line break in the redirect URI', 'https://app.example/cb\r\nX-Header: a'),
  redirect('refuse-redirect-backslash', 'a backslash in the host', 'https://app.example\\@other.example/cb'),
  redirect('refuse-redirect-nul', 'an encoded NUL in the path', 'https://app.example/cb%00.html'),
  redirect('refuse-redirect-mixed-script', 'a Cyrillic letter in a Latin host', 'https://аpp.example/callback'),
];
