import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { candidate, sdp, sdpLines, sdpOf } from './signalling.fixtures.test.ts';
import { isIceCandidate, isSessionDescription } from './signalling-sdp.ts';

const replaced = (from: RegExp, to: string): string => sdpOf(sdpLines.map((line) => line.replace(from, to)));
const without = (pattern: RegExp): string => sdpOf(sdpLines.filter((line) => !pattern.test(line)));
const bytes = (count: number): string => Array.from({ length: count }, () => '0f').join(':');

suite('session descriptions', () => {
  test('D9: those of browsers pass', () => {
    assert.ok(isSessionDescription(sdp));
    const session = sdpLines.filter((line) => !line.startsWith('a=fingerprint'));
    session.splice(4, 0, `a=fingerprint:sha-512 ${bytes(64)}`);
    assert.ok(isSessionDescription(sdpOf(session)), 'fingerprint of the session');
    assert.ok(isSessionDescription(replaced(/^m=video 9/, 'm=video 0')), 'a refused medium');
    assert.ok(
      isSessionDescription(replaced(/^m=video .*/, 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel')),
      'data',
    );
  });

  for (const [what, text] of [
    ['nothing', ''],
    ['no fingerprint', without(/^a=fingerprint/)],
    [
      'a medium without fingerprint',
      sdpOf(sdpLines.filter((line, index) => index < 16 || !line.startsWith('a=fingerprint'))),
    ],
    ['SHA-1', replaced(/^a=fingerprint.*/, `a=fingerprint:sha-1 ${bytes(20)}`)],
    ['MD5', replaced(/^a=fingerprint.*/, `a=fingerprint:md5 ${bytes(16)}`)],
    [
      'a fingerprint too short for its hash',
      replaced(/^a=fingerprint.*/, `a=fingerprint:sha-256 ${bytes(20)}`),
    ],
    ['one weak fingerprint more', sdp + `a=fingerprint:sha-1 ${bytes(20)}\r\n`],
    ['no media', sdpOf(sdpLines.slice(0, 6))],
    ['media without DTLS', replaced(/UDP\/TLS\/RTP\/SAVPF/, 'RTP/AVP')],
    ['keys in the description', `${sdp}a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x\r\n`],
    ['a bare line feed', replaced(/^a=mid:0/, 'a=mid:0\na=x')],
    ['a bare carriage return', replaced(/^a=mid:0/, 'a=mid:0\ra=x')],
    ['an empty line', `${sdp}\r\n`],
    ['no line end', sdp.slice(0, -2)],
    ['a null character', replaced(/^s=-/, 's=\0')],
    ['a line separator', replaced(/^s=-/, 's=\u2028')],
    ['a line that is none', replaced(/^s=-/, 'session')],
    ['a bad candidate', replaced(/^a=candidate.*/, 'a=candidate:1 1 udp x')],
    ['a line too long', `${sdp}a=x:${'x'.repeat(2_048)}\r\n`],
    ['too many lines', sdp + 'a=x:1\r\n'.repeat(2_000)],
    ['too much', sdp + `a=x:${'x'.repeat(1_000)}\r\n`.repeat(60)],
    ['another version', replaced(/^v=0/, 'v=1')],
  ] as const)
    test(`D9: ${what} is refused`, () => {
      assert.equal(isSessionDescription(text), false);
    });
});

suite('candidates', () => {
  for (const text of [
    candidate,
    '',
    'candidate:1 1 UDP 2122252543 0a1b2c3d-1111-2222-3333-444455556666.local 51234 typ host',
    'candidate:3 1 tcp 1518280447 2001:db8::7 9 typ host tcptype active generation 0 ufrag Zx1y network-id 2',
    'candidate:7 1 udp 41885439 198.51.100.9 61000 typ relay raddr 0.0.0.0 rport 0',
  ])
    test(`D9: "${text.slice(0, 40)}" passes`, () => {
      assert.ok(isIceCandidate(text));
    });

  for (const text of [
    'a=candidate:1 1 udp 1 192.0.2.7 1 typ host',
    'candidate:1 1 udp 1 192.0.2.7 1 typ host\r\na=fingerprint:sha-1 00',
    'candidate:1 1 udp 1 192.0.2.7 1 typ host\n',
    'candidate:1 1 sctp 1 192.0.2.7 1 typ host',
    'candidate:1 1 udp 1 192.0.2.7 1 typ everything',
    'candidate:1 1 udp 1 <b> 1 typ host',
    `candidate:1 1 udp 1 192.0.2.7 1 typ host ${'x'.repeat(1_024)}`,
  ])
    test(`D9: "${text.slice(0, 48).replaceAll(/\s/g, ' ')}" is refused`, () => {
      assert.equal(isIceCandidate(text), false);
    });

  test('D9: a long line of nearly nothing is judged at once', () => {
    const started = performance.now();
    isIceCandidate(`candidate:1 1 udp 1 192.0.2.7 1 typ host${' x'.repeat(480)} \n`);
    assert.ok(performance.now() - started < 50);
  });
});
