/** Where a ciphertext belongs; it opens nowhere else. */
export interface CipherPlace {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

/** Seals personal fields for storage, and finds people without opening anything. */
export interface FieldCipher {
  seal(plain: string, place: CipherPlace): Uint8Array;
  /** Throws when the ciphertext was changed, or belongs elsewhere. */
  open(sealed: Uint8Array, place: CipherPlace): string;
  /** The same text at the same clinic always gives the same index; at another clinic, another. */
  blindIndex(clinicId: string, text: string): string;
}
