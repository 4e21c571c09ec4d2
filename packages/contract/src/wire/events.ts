import type { ClinicId, Opening } from '../domain/clinic.ts';
import type { Instant } from '../domain/instant.ts';
import type { Invite } from '../domain/invite.ts';
import type { SessionEnd } from '../domain/session.ts';
import type { ClinicSummary, VisitView } from './views.ts';

/** Everything the reader may see, at the moment the stream starts. */
export interface Snapshot {
  readonly type: 'snapshot';
  /** The clinic, for its members. */
  readonly clinic?: ClinicSummary;
  /** Of a clinic also those that ended today, Danish time: the latest 50 in the order of their end, by name alone. */
  readonly visits: readonly VisitView[];
  readonly invites: readonly Invite[];
}

/** What `GET /v1/events` pushes; the SSE `event:` field is the type, `id:` is `<stream>-<seq>`. */
export type StreamEvent =
  /** What was known is void; a snapshot follows. Sent when the gap since `Last-Event-ID` cannot be filled. */
  | { readonly type: 'reset' }
  | Snapshot
  /** A visit as it is now; replaces what was known of it. */
  | { readonly type: 'visit'; readonly visit: VisitView }
  | { readonly type: 'opening'; readonly clinicId: ClinicId; readonly opening: Opening }
  | { readonly type: 'invite'; readonly invite: Invite }
  /** The session ends then unless there is activity. */
  | { readonly type: 'session-ending'; readonly endsAt: Instant }
  | { readonly type: 'session-ended'; readonly reason: SessionEnd };

/**
 * An event with its place in the stream: contiguous from the snapshot on. `reset` and `snapshot` tell the place the
 * stream is at; `session-ending` and `session-ended` are about one connection only, take no place (their `seq` is that
 * of the event before) and have no SSE `id`.
 */
export type SequencedEvent = StreamEvent & { readonly seq: number };

/** Names of all stream events. */
export type StreamEventType = StreamEvent['type'];
