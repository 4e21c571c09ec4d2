/** The address when it is a web page, else `undefined`: Lit does not stop `javascript:` in a link. */
export const safeUrl = (address: string | undefined): string | undefined =>
  address !== undefined && /^https?:\/\//i.test(address.trim()) ? address.trim() : undefined;
