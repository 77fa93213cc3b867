import { generateKeyPairSync } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AdminClient } from '../../mock-idp/api.ts';

export interface Folders {
  /** Where the packages were unpacked. */
  packages: string;
  /** Where this one run keeps its sessions and configurations. */
  data: string;
}

/** Writes the two files that a portal needs; gives the path of the first. */
export async function writeConfiguration({ packages, data }: Folders, admin: AdminClient): Promise<string> {
  for (const folder of ['conf', 'cache', 'sessions/lock', 'psessions/lock', 'notifications'])
    await mkdir(join(data, folder), { recursive: true });
  const ini = join(data, 'lemonldap-ng.ini');
  await writeFile(ini, iniOf({ packages, data }));
  await writeFile(join(data, 'conf', 'lmConf-1.json'), JSON.stringify(configurationOf(data, admin), null, 1));
  return ini;
}

const iniOf = ({ packages, data }: Folders) => `[all]
logLevel = warn
checkTime = 1
[configuration]
type = File
dirName = ${join(data, 'conf')}
useServerEnv = 1
localStorage = Cache::FileCache
localStorageOptions = {'namespace' => 'dcrh', 'default_expires_in' => 600, 'directory_umask' => '007', 'cache_root' => '${join(data, 'cache')}', 'cache_depth' => 3}
[portal]
staticPrefix = /static
templateDir = ${join(packages, 'usr/share/lemonldap-ng/portal/templates')}
languages = en
`;

/** A client of the portal with its own account: the version registers clients without asking who does it. */
const relyingParty = ({ clientId, clientSecret }: AdminClient) => ({
  oidcRPMetaDataOptionsClientID: clientId,
  oidcRPMetaDataOptionsClientSecret: clientSecret,
  oidcRPMetaDataOptionsAllowClientCredentialsGrant: 1,
  oidcRPMetaDataOptionsDisplayName: clientId,
});

function configurationOf(data: string, admin: AdminClient): object {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const storage = (folder: string) => ({
    Directory: join(data, folder),
    LockDirectory: join(data, folder, 'lock'),
    generateModule: 'Lemonldap::NG::Common::Apache::Session::Generate::SHA256',
  });
  return {
    cfgNum: 1,
    cfgAuthor: 'dcr-harness',
    cfgDate: 1,
    cfgVersion: '2.16.1',
    domain: '127.0.0.1',
    portal: '%SERVERENV:DCRH_PORTAL%',
    cookieName: 'lemonldap',
    key: 'only for tests',
    authentication: 'Demo',
    userDB: 'Same',
    passwordDB: 'Demo',
    registerDB: 'Null',
    globalStorage: 'Apache::Session::File',
    globalStorageOptions: storage('sessions'),
    persistentStorage: 'Apache::Session::File',
    persistentStorageOptions: storage('psessions'),
    localSessionStorage: '',
    whatToTrace: '_whatToTrace',
    macros: { _whatToTrace: 'lc($_user)' },
    exportedVars: {},
    groups: {},
    locationRules: {},
    exportedHeaders: {},
    applicationList: {},
    notification: 0,
    portalDisplayRegister: 0,
    portalDisplayResetPassword: 0,
    issuerDBOpenIDConnectActivation: 1,
    oidcServiceAllowDynamicRegistration: 1,
    oidcServiceAllowAuthorizationCodeFlow: 1,
    oidcServicePrivateKeySig: privateKey,
    oidcServicePublicKeySig: publicKey,
    oidcServiceKeyIdSig: 'dcrh',
    oidcRPMetaDataOptions: { admin: relyingParty(admin) },
    oidcRPMetaDataExportedVars: { admin: {} },
    oidcRPMetaDataScopeRules: { admin: { [admin.scope]: '1' } },
  };
}
