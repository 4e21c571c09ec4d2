// Of two libraries, what never runs here is left out of the bundle.
import { minify } from 'terser';

const libraries = [
  {
    name: '/node_modules/oidc-client-ts/',
    // Nobody has switched its log on, and its lines could name somebody.
    // Log-out and revoking are the server's here; nobody types a password to us, and a client in a browser holds no secret.
    unused: [
      ...[
        'createSignoutRequest',
        'readSignoutResponseState',
        'processSignoutResponse',
        'validateSignoutResponse',
      ],
      ...['revokeToken', 'revoke', 'getRevocationEndpoint', 'getEndSessionEndpoint', 'getCheckSessionIframe'],
      ...['processResourceOwnerPasswordCredentials', 'exchangeCredentials', 'validateCredentialsResponse'],
      ...[
        'getDpopProof',
        'generateDPoPProof',
        'generateDPoPKeys',
        'generateDPoPJkt',
        'customCalculateJwkThumbprint',
      ],
      ...[
        'generateSignedJwt',
        'generateSignedJwtWithHmac',
        'generateClientAssertionJwt',
        'generateBasicAuth',
        'hash',
      ],
      ...[
        'getSigningKeys',
        'resetSigningKeys',
        'getKeysEndpoint',
        'getIssuer',
        'getUserInfoEndpoint',
        'mergeClaims',
      ],
      ...['debug', 'info', 'warn'],
    ],
    // Tokens are bound to a session of the server's instead; who somebody is stands in the token.
    never: [
      [/this\.settings\.dpop\b/, 'undefined'],
      [/this\._settings\.loadUserInfo\b/, 'false'],
      [/this\._userInfoService = new UserInfoService\([^)]*\);/, ''],
    ],
    log: /\b\w*[lL]ogger2?\.(?:debug|info|warn|error|create|createStatic)$/,
  },
  {
    name: '/node_modules/peerjs/',
    // Every peer has its id from the server, and every browser is asked what it can do before.
    unused: [
      ...[
        'connect',
        'listAllPeers',
        'retrieveId',
        '_buildRequest',
        'blobToArrayBuffer',
        'binaryStringToArrayBuffer',
      ],
      ...['isBrowserSupported', 'isUnifiedPlanSupported', 'isWebRTCSupported', 'toString', 'noop'],
      ...['connections', 'localStream', 'remoteStream', 'getBrowser', 'getVersion'],
    ],
    log: /export\$2e2bcd8739ae039\)?\.(?:log|warn|error)$/,
    // Data channels: there are none here, and an offer of one is treated as what PeerJS does not know.
    never: [
      [/this\._serializers = \{\s+raw:[^}]*\}/, 'this._serializers = {}'],
      [/payload\.type === \(0, [\w$]+\)\.Data\b/, 'false'],
      [/this\.connection\.type === \(0, [\w$]+\)\.Data\b/, 'false'],
      // Which browser it is mattered to these alone.
      [/this\.browser = \(0, \S+\)\.getBrowser\(\), this\.browserVersion = \(0, \S+\)\.getVersion\(\), /, ''],
      [/this\.isIOS = typeof[\s\S]*?: false;/, ''],
      [
        /(class [\w$]+) extends [^{]+\{\s+static #_ = this\.ID_PREFIX = "dc_";[\s\S]*?\n\}\n/,
        '$1 { constructor() {} }\n',
      ],
      // Loading it opens no connection to find out what there is, and names no server of strangers.
      [
        /this\.supports = function\(\) \{[\s\S]*?\n\s+\}\(\),/,
        "this.supports = { audioVideo: typeof RTCPeerConnection !== 'undefined' },",
      ],
      [/DEFAULT_CONFIG = \{[\s\S]*?\n\};/, 'DEFAULT_CONFIG = {};'],
      [/this\.chunk = \(blob\)=>\{[\s\S]*?return chunks;\s+\};/, ''],
      [/this\.supportedBrowsers = \[[\s\S]*?this\.minSafariVersion = \d+;/, ''],
      // Its lists of words are known by their names alone.
      [/\$parcel\$export\(\S+, "\w+Type", .*\n/, ''],
      // Nobody asks its emitter who listens.
      [/\S+\.prototype\.(?:eventNames|listeners|listenerCount) = function[\s\S]*?\n\};/, ''],
    ],
  },
];

const without = (code, [pattern, instead], fail) => {
  if (!pattern.test(code)) fail(`Not found any more: ${pattern}`);
  return code.replaceAll(new RegExp(pattern, 'g'), instead);
};

/** Classes keep what nobody calls: no bundler can tell. */
const withoutMethods = (code, names, { parse, fail }) => {
  const methods = parse(code)
    .body.flatMap((node) => [node, ...(node.declarations ?? []).map(({ init }) => init?.callee ?? init)])
    .filter((node) => node?.type === 'ClassExpression' || node?.type === 'ClassDeclaration')
    .flatMap(({ body }) => body.body)
    .filter(({ type, key }) => type === 'MethodDefinition' && names.includes(key.name));
  const missing = names.filter((name) => !methods.some(({ key }) => key.name === name));
  if (missing.length > 0) fail(`Not found any more: ${missing.join(', ')}`);
  return methods.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), code);
};

/** For Rollup. Stops the build where a library is not what it was. */
export const leanLibraries = () => ({
  name: 'lean-libraries',
  async transform(code, id) {
    const library = libraries.find(({ name }) => id.includes(name));
    if (library === undefined) return null;
    const { log, never = [], unused = [] } = library;
    const fail = (why) => this.error(why);
    const parse = (text) => this.parse(text);
    const fewer = withoutMethods(code, unused, { parse, fail });
    const known = never.reduce((text, change) => without(text, change, fail), fewer);
    const lean = await minify(known, {
      module: true,
      // Their own members by short names; `_socket` alone is asked for from outside, for the reason a socket closed.
      mangle: { properties: { regex: /^_[a-z]/i, reserved: ['_socket'], keep_quoted: true } },
      compress: {
        defaults: false,
        conditionals: true,
        dead_code: true,
        evaluate: true,
        side_effects: true,
        unused: true,
        pure_funcs: ({ expression }) => !log.test(expression.print_to_string()),
      },
      format: { beautify: true },
    });
    return { code: lean.code, map: null };
  },
});
