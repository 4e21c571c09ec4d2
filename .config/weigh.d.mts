/** What a page fetches. */
export interface Weight {
  /** All of it, minified. */
  readonly code: string;
  /** gzip -9. */
  readonly kib: number;
}
/**
 * One bundle of the parts, each an element's name, `embed` (the client), `oidc` or `peer` (PeerJS).
 * `everything` holds what is loaded late too; without it, what a page fetches first. Words are weighed in one language, as a page has them.
 */
export function weigh(
  parts: readonly string[],
  options?: { readonly everything?: boolean; readonly without?: readonly string[] },
): Promise<Weight>;
