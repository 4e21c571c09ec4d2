// PeerJS needs webrtc-adapter, which imports `sdp` as a module, and `sdp` is not one: its `module` entry only knows `module.exports`.
// Bundlers that mix both kinds never notice; Rollup and the test server take each file for what it says it is.
const isSdp = (path) => path.endsWith('/node_modules/sdp/sdp.js');
const asModule = (code) => `${code}\nexport default SDPUtils;\n`;

/** For Rollup. */
export const sdpAsModule = () => ({
  name: 'sdp-as-module',
  transform: (code, id) => (isSdp(id) ? { code: asModule(code), map: null } : null),
});

/** For the test server. */
export const serveSdpAsModule = () => ({
  name: 'serve-sdp-as-module',
  transform: (context) => (isSdp(context.path) ? { body: asModule(context.body) } : undefined),
});
