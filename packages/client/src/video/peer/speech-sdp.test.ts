import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { speechSdp } from './speech-sdp.ts';

const lines = (...all: string[]): string => `${all.join('\r\n')}\r\n`;

describe('the session description', () => {
  it('asks Opus for redundancy, for silence that costs nothing and for the whole band', () => {
    const sdp = lines(
      'm=audio 9 UDP/TLS/RTP/SAVPF 111 0',
      'a=rtpmap:111 opus/48000/2',
      'a=fmtp:111 minptime=10;useinbandfec=0',
    );
    assert.equal(
      speechSdp(sdp),
      lines(
        'm=audio 9 UDP/TLS/RTP/SAVPF 111 0',
        'a=rtpmap:111 opus/48000/2',
        'a=fmtp:111 minptime=10;useinbandfec=1;usedtx=1;maxplaybackrate=48000',
      ),
    );
  });

  it('adds the line where a browser has none, and is the same when asked twice', () => {
    const once = speechSdp(lines('a=rtpmap:96 opus/48000/2', 'a=rtpmap:97 VP8/90000'));
    assert.equal(
      once,
      lines(
        'a=rtpmap:96 opus/48000/2',
        'a=fmtp:96 useinbandfec=1;usedtx=1;maxplaybackrate=48000',
        'a=rtpmap:97 VP8/90000',
      ),
    );
    assert.equal(speechSdp(once), once);
  });

  it('leaves everything else alone', () => {
    const sdp = lines('a=rtpmap:97 VP8/90000', 'a=fmtp:97 max-fr=30', 'a=fingerprint:sha-256 AA');
    assert.equal(speechSdp(sdp), sdp);
  });
});
