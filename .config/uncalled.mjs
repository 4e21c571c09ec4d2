// A bundler leaves out functions that nobody calls, but not methods. These are of what the login here never does (signing out
// at the issuer, secrets and passwords, proofs of possession, asking for more about the person) and of what a call never does.
// Whoever begins to, takes them off the list; a test that logs in or calls with the bundles goes red before.
const uncalled = {
  'oidc-client-ts': new Set([
    'createSignoutRequest',
    'customCalculateJwkThumbprint',
    'exchangeCredentials',
    'generateBasicAuth',
    'generateClientAssertionJwt',
    'generateDPoPJkt',
    'generateDPoPKeys',
    'generateDPoPProof',
    'generateSignedJwt',
    'generateSignedJwtWithHmac',
    'getCheckSessionIframe',
    'getClaims',
    'getDpopProof',
    'getEndSessionEndpoint',
    'getKeysEndpoint',
    'getRevocationEndpoint',
    'getSigningKeys',
    'getUserInfoEndpoint',
    'mergeClaims',
    'processResourceOwnerPasswordCredentials',
    'processSignoutResponse',
    'readSignoutResponseState',
    'resetSigningKeys',
    'revoke',
    'revokeToken',
    'validateCredentialsResponse',
    'validateSignoutResponse',
  ]),
  peerjs: new Set(['connect', 'listAllPeers']),
};

function* methodsIn(node) {
  if (node === null || typeof node !== 'object') return;
  if (node.type === 'MethodDefinition') yield node;
  for (const child of Object.values(node)) yield* methodsIn(child);
}

/** For Rollup. */
export const withoutUncalled = () => ({
  name: 'without-uncalled',
  transform(code, id) {
    const [, names] = Object.entries(uncalled).find(([name]) => id.includes(`/node_modules/${name}/`)) ?? [];
    if (names === undefined) return null;
    const found = [...methodsIn(this.parse(code))].filter(({ key }) => names.has(key.name));
    const missing = [...names].filter((name) => !found.some(({ key }) => key.name === name));
    if (missing.length > 0) this.error(`no longer in ${id}: ${missing.join(', ')}`);
    const shorter = found.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), code);
    return { code: shorter, map: null };
  },
});
