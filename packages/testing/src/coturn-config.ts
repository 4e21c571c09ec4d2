import { readFile } from 'node:fs/promises';

const config = new URL('../../../server-reference/coturn/turnserver.conf', import.meta.url);

/** Where a test's coturn listens, and from where it relays. */
export interface CoturnPlace {
  readonly port: number;
  readonly listening: string;
  readonly relays: readonly string[];
  readonly secret: string;
}

/** The shipped file, filled in for this machine; without TLS, which the tests do not speak. */
export const coturnConfig = async ({ port, listening, relays, secret }: CoturnPlace): Promise<string> => {
  const addresses = [...relays.map((relay) => `relay-ip=${relay}`), `listening-ip=${listening}`];
  const text = (await readFile(config, 'utf8'))
    .replace('<secret>', secret)
    .replace('<video.example.dk>', 'video.example.dk')
    .replace('relay-ip=<public address>', addresses.join('\n'))
    .replace('listening-port=3478', `listening-port=${String(port)}`)
    .replace(/^(tls-listening-port|cert|pkey|no-stdout-log|no-tlsv1|no-tlsv1_1).*$/gm, '');
  return `${text}\nno-tls\nno-dtls\nlog-file=stdout\n`;
};
