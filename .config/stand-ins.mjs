// Two libraries that PeerJS brings and we do not need. In what is bundled and tested here, these lines answer in their place.
const modules = {
  // PeerJS asks for the browser's name and version, for data channels; adapter brings 13 KiB and rewrites the host page's WebRTC, for
  // browsers older than the ones supported here.
  'webrtc-adapter': 'export default { browserDetails: {} };',
  // How PeerJS packs what it sends over data channels: there are none here, only sound and picture, and who opens one is hung up on.
  'peerjs-js-binarypack': `
const refuse = () => {
  throw new TypeError('Venterum opens no data channels');
};
export { refuse as pack, refuse as unpack };
`,
};

/** For Rollup. */
export const standIns = () => ({
  name: 'stand-ins',
  resolveId: (source) => (Object.hasOwn(modules, source) ? `\0${source}` : null),
  load: (id) => (id.startsWith('\0') ? modules[id.slice(1)] : null),
});

/** For the test server. */
export const serveStandIns = () => ({
  name: 'serve-stand-ins',
  resolveImport: ({ source }) => (Object.hasOwn(modules, source) ? `/${source}.js` : undefined),
  serve: ({ path }) => {
    const body = modules[path.slice(1, -'.js'.length)];
    return body === undefined ? undefined : { body, type: 'js' };
  },
});
