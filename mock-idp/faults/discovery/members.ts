import { withMembers } from '../change.ts';
import { defineFaults } from '../define.ts';

const unknown = Object.fromEntries(Array.from({ length: 48 }, (_, index) => [`x_unknown_${index + 1}`, 'value']));

export const discoveryMemberFaults = defineFaults('discovery', {
  'discovery-unknown-members': {
    says: 'discovery has fifty members that no specification knows, some of them nested',
    rows: ['D-13'],
    change: withMembers({
      ...unknown,
      x_unknown_null: null,
      x_unknown_nested: { list: [{ deep: [1, 2, { deeper: { deepest: [[]] } }] }] },
    }),
  },
  'discovery-null-members': {
    says: 'discovery has optional members that are null',
    rows: ['D-14'],
    change: withMembers({
      scopes_supported: null,
      service_documentation: null,
      op_policy_uri: null,
      userinfo_endpoint: null,
      token_endpoint_auth_methods_supported: null,
    }),
  },
  'discovery-wrong-types': {
    says: 'discovery has optional members of other types than they should be',
    rows: ['D-15'],
    change: withMembers({ scopes_supported: 'openid', grant_types_supported: {}, claims_supported: 7, jwks_uri: [] }),
  },
  'discovery-non-ascii': {
    says: 'discovery has members with letters outside of ASCII',
    rows: ['D-26'],
    change: withMembers({
      x_issuer_name: 'Identité Übermaß 身份 \u{1f511}',
      service_documentation: 'https://é.example/ü',
    }),
  },
});
