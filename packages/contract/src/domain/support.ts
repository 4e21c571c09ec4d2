/** Whom to ask for help. At least one of phone, email and url is set; shown in every element. */
export interface Support {
  readonly name: string;
  /** E.164. */
  readonly phone?: string;
  readonly email?: string;
  readonly url?: string;
}
