// WebKitGTK speaks only WebDriver and needs a screen: this starts its driver, under Xvfb where there is no display.
import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import process from 'node:process';

const driver = '/usr/bin/WebKitWebDriver';
const port = 4790;
const display = ':479';

const miniBrowser = () =>
  globSync('/usr/lib/*/{webkitgtk-6.0,webkit2gtk-4.1,webkit2gtk-4.0}/MiniBrowser').at(0);

function keep(command, args, env = process.env) {
  const child = spawn(command, args, { stdio: 'ignore', env });
  // Nobody waits for it to end by itself.
  child.unref();
  process.once('exit', () => child.kill());
}

/** Options for the WebDriver launcher, or undefined when WebKitGTK, its driver or a screen is missing. */
export function startWebKit() {
  const binary = miniBrowser();
  const screen = process.env.DISPLAY ?? (existsSync('/usr/bin/Xvfb') ? display : undefined);
  if (!binary || !screen || !existsSync(driver)) return undefined;
  if (screen === display)
    keep('/usr/bin/Xvfb', [display, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
  keep(driver, [`--port=${port}`], { ...process.env, DISPLAY: screen });
  return {
    hostname: '127.0.0.1',
    port,
    path: '/',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    },
  };
}
