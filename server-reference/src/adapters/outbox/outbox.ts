import type { Hono } from 'hono';
import { formatPhone, type Instant } from '@venterum/contract';
import type { AppEnv } from '../../http/context.ts';
import type { SmsGateway } from '../../ports/sms-gateway.ts';

/** A message as the demo's telephone shows it. */
export interface OutboxMessage {
  /** In groups of two digits. */
  readonly to: string;
  readonly text: string;
  readonly at: Instant;
}

/** An SMS gateway that sends nothing and shows everything. For demonstrations and tests only. */
export interface Outbox extends SmsGateway {
  /** Oldest first, at most the last hundred. */
  messages(): readonly OutboxMessage[];
  /** Serves them at `GET /outbox/messages`, to anybody. */
  readonly mount: (app: Hono<AppEnv>) => void;
}

const kept = 100;

/** Makes an empty outbox. */
export const createOutbox = (now: () => Instant): Outbox => {
  const messages: OutboxMessage[] = [];
  const attempts = new Set<string>();
  return {
    name: 'outbox',
    honoursAttempts: true,
    send: ({ to, text, attemptId }) => {
      if (!attempts.has(attemptId)) messages.push({ to: formatPhone(to), text, at: now() });
      attempts.add(attemptId);
      if (messages.length > kept) messages.shift();
      return Promise.resolve({ outcome: 'taken', status: 'delivered' });
    },
    messages: () => messages,
    mount: (app) => {
      app.get('/outbox/messages', (c) => {
        c.set('label', 'outbox');
        return c.json({ messages });
      });
    },
  };
};
