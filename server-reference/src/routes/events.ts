import type { Hono } from 'hono';
import type { AppContext, AppEnv } from '../http/context.ts';
import { streamHeaders } from '../http/headers.ts';
import { admit } from '../http/register.ts';
import type { ServerClock } from '../ports/clock.ts';
import type { OpenSink } from '../ports/event-sink.ts';
import { isMember, type Caller } from '../services/caller.ts';
import { policies } from '../services/policy.ts';
import { found, Refusal } from '../services/refusal.ts';
import type { Sessions } from '../services/sessions.ts';
import type { Streams } from '../services/streams.ts';

/** What the event route needs. */
export interface EventRouteParts {
  readonly clock: ServerClock;
  readonly sessions: Sessions;
  readonly streams: Streams;
  readonly openSink: OpenSink;
}

const clinicFor = ({ principal }: Caller, asked: string | undefined): string | undefined => {
  if (principal.kind !== 'clinic-staff') return undefined;
  const clinicId = asked ?? (principal.clinicIds.length === 1 ? principal.clinicIds[0] : undefined);
  if (clinicId === undefined) throw new Refusal('request-invalid', { fields: ['/clinic'] });
  if (!isMember(principal, clinicId)) throw new Refusal('clinic-not-found');
  return clinicId;
};

const open = async (c: AppContext, parts: EventRouteParts): Promise<Response> => {
  c.set('label', 'events');
  // That a page listens, or comes back to listening, is nothing its reader did.
  const caller = found(await admit(c, policies.events, parts), 'unauthenticated');
  const clinicId = clinicFor(caller, c.req.query('clinic'));
  const lastEventId = c.req.header('last-event-id');
  const headers = { ...c.get('headers'), ...streamHeaders };
  c.set('complete', true);
  const { sink, response } = parts.openSink({ env: c.env, headers });
  parts.streams
    .open({
      caller,
      sink,
      ...(clinicId === undefined ? {} : { clinicId }),
      ...(lastEventId === undefined || lastEventId === '' ? {} : { lastEventId }),
    })
    .catch(() => {
      sink.close();
    });
  return response;
};

/** `GET /v1/events`. Not JSON, so not one of the contract's routes, but with a policy row like them. */
export const registerEvents = (app: Hono<AppEnv>, parts: EventRouteParts): void => {
  app.get('/v1/events', (c) => open(c, parts));
};
