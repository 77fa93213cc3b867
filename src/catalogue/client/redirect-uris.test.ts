import { cases } from './cases.ts';
import { named, setMembers } from './mutations.ts';

const to = (name: string, ...uris: readonly string[]) => setMembers(named(name), { redirect_uris: uris });

cases(
  'RT-09',
  { says: 'this machine over http', outcome: 'pass', changes: [to('Lone web', 'http://localhost:3000/cb')] },
  {
    says: 'a host that only begins like this machine',
    outcome: 'fail',
    changes: [to('Lone web', 'http://localhost.evil.example/cb')],
  },
  { says: 'no URI at all, which R-17 says', outcome: 'pass', changes: [to('Lone web', 'cb')] },
);

cases('RT-11', {
  says: 'a star in the query',
  outcome: 'pass',
  profile: 'bcp',
  changes: [to('Lone web', 'https://lone.example/cb?q=*')],
});

cases(
  'RT-12',
  { says: 'a script', outcome: 'fail', changes: [to('Lone native', 'javascript:alert(1)')] },
  { says: 'user information', outcome: 'fail', changes: [to('Lone web', 'https://lone.example@evil.example/cb')] },
);

cases('RT-13', {
  says: 'localhost over https',
  outcome: 'fail',
  changes: [to('Everything', 'https://localhost/cb', 'https://second.example/cb')],
});

cases(
  'RT-19',
  { says: 'an empty list', outcome: 'fail', changes: [to('Lone SPA')] },
  { says: 'a scheme of its own', outcome: 'fail', changes: [to('Lone SPA', 'com.example.app:/cb')] },
);

cases('RT-21', {
  says: 'a claimed https link',
  outcome: 'pass',
  changes: [to('Lone native', 'https://lone.example/app')],
});

cases('RT-22', {
  says: 'the IPv6 literal',
  outcome: 'pass',
  profile: 'bcp',
  changes: [to('Lone native', 'http://[::1]:1/cb')],
});

cases('RT-23', {
  says: 'a dot in the path is not one in the scheme',
  outcome: 'fail',
  profile: 'bcp',
  changes: [to('Lone native', 'app:/com.example')],
});
