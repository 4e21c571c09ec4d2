export const chromiumFlags: readonly string[];
export const callFlags: readonly string[];
/** The path of a Chromium on this machine; installs one when there is none. */
export function chromiumPath(): string;
/** What puppeteer's and Playwright's `launch` both take; `calls` (default true) adds the fake camera and microphone. */
export function launchOptions(options?: { readonly calls?: boolean }): {
  executablePath: string;
  headless: true;
  args: string[];
};
