import { launch } from 'puppeteer-core';
import { WebDriver, type Client } from 'webdriver';
import { firefoxPath } from '../../.config/firefox.mjs';
import { startWebKit, type WebKitDriver } from '../../.config/webkit.mjs';
import { until } from './until.ts';

/** How large a telephone's page is, in CSS pixels. */
export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

/** A browser that is not Chromium, with one page. */
export interface OtherBrowser {
  open(url: string, size: ScreenSize): Promise<void>;
  /** The value of an expression in the page. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts a browser, by its name. */
export type OtherBrowsers = Readonly<Record<string, (() => Promise<OtherBrowser>) | undefined>>;

const openFirefox = async (executablePath: string): Promise<OtherBrowser> => {
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'intl.accept_languages': 'da-DK, da',
    },
  });
  const page = await browser.newPage();
  return {
    async open(url, size) {
      await page.setViewport(size);
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
};

/** Bars count in a window's height and not in a page's; no window of WebKitGTK's is narrower than 447. */
const resize = async (client: Client, { width, height }: ScreenSize): Promise<void> => {
  await client.setWindowRect(null, null, width, height);
  const shown = Number(await client.executeScript('return innerHeight', []));
  await client.setWindowRect(null, null, width, 2 * height - shown);
};

const openWebKit = async (driver: WebKitDriver): Promise<OtherBrowser> => {
  const client = await until('WebKit’s driver listens', () =>
    WebDriver.newSession({ ...driver, logLevel: 'silent', connectionRetryCount: 0 }),
  );
  return {
    async open(url, size) {
      await resize(client, size);
      await client.navigateTo(url);
    },
    evaluate: (expression) => client.executeScript(`return ${expression}`, []),
    close: () => client.deleteSession(),
  };
};

/** Firefox and WebKitGTK; undefined where one is not installed. */
export const otherBrowsers = (): OtherBrowsers => {
  const firefox = firefoxPath();
  const webkit = startWebKit();
  return {
    Firefox: firefox === undefined ? undefined : () => openFirefox(firefox),
    WebKit: webkit === undefined ? undefined : () => openWebKit(webkit),
  };
};
