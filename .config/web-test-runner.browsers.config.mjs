// The same tests in the three engines citizens and clinics really have. A missing engine is said, never silently left out.
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { firefoxPath } from './firefox.mjs';
import base, { files } from './web-test-runner.config.mjs';
import { startWebKit } from './webkit.mjs';

const firefox = firefoxPath();
const webkit = startWebKit();
if (!firefox) console.log('NOT TESTED: Firefox (install firefox-esr, or set FIREFOX_PATH).');
if (!webkit) console.log('NOT TESTED: WebKit (install webkit2gtk-driver and xvfb).');

const firefoxOptions = {
  browser: 'firefox',
  executablePath: firefox,
  headless: true,
  extraPrefsFirefox: {
    'media.navigator.streams.fake': true,
    'media.navigator.permission.disabled': true,
    'media.autoplay.default': 0,
  },
};

export default {
  ...base,
  files: undefined,
  groups: [
    {
      name: 'every engine with WebRTC',
      files,
      browsers: [
        ...base.browsers,
        ...(firefox ? [chromeLauncher({ launchOptions: firefoxOptions, concurrency: 1 })] : []),
      ],
    },
    // WebKitGTK has no RTCPeerConnection: everything but media.
    ...(webkit
      ? [
          {
            name: 'WebKit, everything but media',
            files: [...files, '!**/*.media.test.ts', '!**/*.media.browser.test.ts'],
            browsers: [webdriverLauncher(webkit)],
          },
        ]
      : []),
  ],
};
