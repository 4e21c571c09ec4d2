import { describe, it } from 'node:test';
import { accessFor, ScriptedVideoProvider, videoProviderContract } from '@venterum/testing/video';

const fakeStream = (): MediaStream =>
  ({ getTracks: () => [{ readyState: 'live' }] }) as unknown as MediaStream;

describe('the scripted provider keeps the contract of providers', () => {
  for (const { title, run } of videoProviderContract)
    it(title, async () => {
      const provider = new ScriptedVideoProvider({ connects: true });
      await run({
        provider,
        issue: (peerId) => ({ ...accessFor(peerId), peerId }),
        issueRefused: (peerId) => {
          provider.refusal = new Error('refused');
          return { ...accessFor(peerId), peerId };
        },
        stream: async () => fakeStream(),
      });
    });
});
