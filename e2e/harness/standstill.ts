import type { Page } from 'playwright-core';
import type { Person, Scene } from './scene.ts';
import type { Signal } from './watch.ts';

/** So many of the latest messages tell how far a call had come. */
const LATEST = 24;
/** A page that does not answer by then says so by that. Milliseconds. */
const ANSWER_TIMEOUT = 5000;

const messageOf = ({ isSent, text }: Signal): string => {
  const { type, src, dst } = JSON.parse(text) as Readonly<Partial<Record<'type' | 'src' | 'dst', string>>>;
  return isSent ? `→ ${type} ${dst ?? ''}` : `← ${type} ${src ?? ''}`;
};

/** Candidates come by the dozen: those in a row are one line. */
const messagesOf = (signals: readonly Signal[]): readonly string[] =>
  signals
    .map(messageOf)
    .filter((message, index, all) => message !== all[index - 1] && !message.includes('HEARTBEAT'))
    .slice(-LATEST);

const connectionsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    Promise.all(
      (window.recordedConnections ?? []).map(async (connection) => {
        const { connectionState, iceConnectionState, iceGatheringState, signalingState } = connection;
        const states = `${connectionState}, ICE ${iceConnectionState}, ${iceGatheringState}, ${signalingState}`;
        if (connectionState === 'closed') return states;
        const stats = [...((await connection.getStats()).values() as Iterable<Record<string, unknown>>)];
        const [picture] = stats.filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'video');
        return `${states}, ${Number(picture?.['framesDecoded'] ?? 0)} pictures`;
      }),
    ),
  );

const textsOf = (page: Page): Promise<readonly string[]> =>
  page.locator(':is(h1, h2, h3, button, [role=status], [role=alert]):visible').allInnerTexts();

const orSilence = <T>(asked: Promise<readonly T[]>): Promise<readonly (T | string)[]> =>
  Promise.race([
    asked.catch((error: unknown) => [String(error)]),
    new Promise<readonly string[]>((resolve) => {
      setTimeout(resolve, ANSWER_TIMEOUT, ['the page does not answer']);
    }),
  ]);

const situationOf = async ({ page, watch }: Person, index: number): Promise<string> => {
  const [texts, connections] = await Promise.all([orSilence(textsOf(page)), orSilence(connectionsOf(page))]);
  return [
    `number ${index + 1}, at ${new URL(page.url()).pathname}`,
    `  shows: ${texts
      .map((text) => text.trim())
      .filter(Boolean)
      .join(' | ')}`,
    ...connections.map((connection) => `  connection: ${connection}`),
    `  signalling: ${messagesOf(watch.signals).join('; ')}`,
  ].join('\n');
};

/** Does one step of a journey; one that comes to nothing rejects with how everybody's page, connections and signalling are. */
export const step = async <T>(scene: Scene, name: string, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (cause) {
    const situations = await Promise.all(scene.people.map(situationOf));
    throw new Error([`${name}: ${String(cause)}`, ...situations].join('\n'), { cause });
  }
};
