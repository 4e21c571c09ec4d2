import type { AppContext } from './context.ts';

const socketAddress = (env: unknown): string | undefined => {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: unknown } } };
  const address = incoming?.socket?.remoteAddress;
  return typeof address === 'string' ? address : undefined;
};

/** Whoever has an IPv6 network has all of its addresses. */
const networkOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = address.split('::');
  const left = head.split(':').filter((group) => group !== '');
  const right = tail === undefined ? [] : tail.split(':').filter((group) => group !== '');
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...(tail === undefined ? [] : zeros), ...right]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
};

/**
 * Where a request comes from: the socket's other end, or what the outermost trusted proxy wrote down. What lies further
 * left in `X-Forwarded-For` is the sender's own word. IPv6 by its network of 64 bits.
 */
export const clientAddress = (c: AppContext, trustedProxies: number): string => {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim());
  const told = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined;
  const address = told === undefined || told === '' ? socketAddress(c.env) : told;
  return address === undefined ? 'unknown' : networkOf(address);
};
