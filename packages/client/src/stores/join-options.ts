import type { Citizen, Companion, Instant, JoinerVisit, VisitKind } from '@venterum/contract';

/** What a host hands over to a join flow. */
export interface JoinStoreOptions {
  /** Straight to this clinic. Default: the citizen's own. */
  readonly clinicId?: string | undefined;
  /** Handed over by the host; cannot be changed in the flow. */
  readonly citizen?: Citizen | undefined;
  readonly reason?: string | undefined;
  /** Default: `consultation`. */
  readonly kind?: VisitKind;
  /** A test call. Default: false. */
  readonly test?: boolean;
  readonly agreedAt?: Instant | undefined;
  /** Seen and heard through this device. */
  readonly companions?: readonly Companion[] | undefined;
  /** Resume this visit of mine when it is active. Default: the only one that fits clinic and citizen's name. */
  readonly visitId?: string | undefined;
  /** Called whenever somebody begins to wait or is called: the moment to load video code and warm devices. */
  readonly onWaiting?: (visit: JoinerVisit) => void;
}
