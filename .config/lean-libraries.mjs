// Of two libraries, what never runs here is left out of the bundle.
import { minify } from 'terser';

const libraries = [
  {
    name: '/node_modules/oidc-client-ts/',
    // Nobody has switched its log on, and its lines could name somebody.
    log: /\b\w*[lL]ogger2?\.(?:debug|info|warn|error|create|createStatic)$/,
  },
  {
    name: '/node_modules/peerjs/',
    log: /export\$2e2bcd8739ae039\)?\.(?:log|warn|error)$/,
    // Data channels: there are none here, and an offer of one is treated as what PeerJS does not know.
    never: [
      [/this\._serializers = \{\s+raw:[^}]*\}/, 'this._serializers = {}'],
      [/payload\.type === \(0, [\w$]+\)\.Data\b/, 'false'],
    ],
  },
];

const without = (code, [pattern, instead], fail) => {
  if (!pattern.test(code)) fail(`Not found any more: ${pattern}`);
  return code.replace(pattern, instead);
};

/** For Rollup. Stops the build where a library is not what it was. */
export const leanLibraries = () => ({
  name: 'lean-libraries',
  async transform(code, id) {
    const library = libraries.find(({ name }) => id.includes(name));
    if (library === undefined) return null;
    const { log, never = [] } = library;
    const known = never.reduce((text, change) => without(text, change, (why) => this.error(why)), code);
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
