import type { ClinicId, InviteId, RoomId, SessionEnd, VisitId } from '@venterum/contract';

/** What has been committed: ids only, nothing personal. Listeners read the state themselves. */
export type DomainEvent =
  | {
      readonly kind: 'visit';
      readonly clinicId: ClinicId;
      readonly visitId: VisitId;
      /** Positions and estimates of others may have changed. */
      readonly queueChanged: boolean;
    }
  | { readonly kind: 'opening'; readonly clinicId: ClinicId }
  | { readonly kind: 'invite'; readonly clinicId: ClinicId; readonly inviteId: InviteId }
  | { readonly kind: 'session-ended'; readonly sessionId: string; readonly reason: SessionEnd }
  | { readonly kind: 'room-closed'; readonly roomId: RoomId }
  /** Who may be in the room has changed. */
  | { readonly kind: 'room-changed'; readonly roomId: RoomId };
