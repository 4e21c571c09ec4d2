// PeerJS asks webrtc-adapter for two things, the browser's name and version; adapter brings 13 KiB and rewrites the host page's WebRTC,
// for browsers older than the ones supported here. In what is bundled and tested here, these lines answer instead.
const NAME = 'webrtc-adapter';
const CODE = `
const found = (pattern) => Number(navigator.userAgent.match(pattern)?.[1]);
const browsers = [['firefox', /Firefox\\/(\\d+)/], ['chrome', /Chrom(?:e|ium)\\/(\\d+)/], ['safari', /AppleWebKit\\/(\\d+)/]];
const [browser, pattern] = browsers.find(([, pattern]) => found(pattern)) ?? ['unknown', /$^/];
export default { browserDetails: { browser, version: found(pattern) || null } };
`;

/** For Rollup. */
export const withoutAdapter = () => ({
  name: 'without-adapter',
  resolveId: (source) => (source === NAME ? `\0${NAME}` : null),
  load: (id) => (id === `\0${NAME}` ? CODE : null),
});

/** For the test server. */
export const serveWithoutAdapter = () => ({
  name: 'serve-without-adapter',
  resolveImport: ({ source }) => (source === NAME ? `/${NAME}.js` : undefined),
  serve: ({ path }) => (path === `/${NAME}.js` ? { body: CODE, type: 'js' } : undefined),
});
