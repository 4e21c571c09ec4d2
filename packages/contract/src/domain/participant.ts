/** Id of one person's part in one visit. */
export type ParticipantId = string;

/** What somebody is in a consultation; shown to everybody else in it. */
export type ParticipantRole = 'clinician' | 'care-staff' | 'citizen' | 'relative' | 'interpreter' | 'other';

/** One person in a visit, with a device or in the room beside one. */
export interface Participant {
  readonly id: ParticipantId;
  readonly role: ParticipantRole;
  readonly name?: string;
  /** `in-the-room`: seen and heard through somebody else's device. */
  readonly present: 'device' | 'in-the-room';
  /** Neither media nor presence of anyone reaches a participant before this is true. */
  readonly admitted: boolean;
  /**
   * Signalling id, at least 128 random bits, issued by the server for this room only.
   * There while the participant's signalling socket is open, and shown to admitted participants alone.
   */
  readonly peerId?: string;
}
