import { nodeResolve } from '@rollup/plugin-node-resolve';
import type { BrowserContext } from 'playwright-core';
import { rollup } from 'rollup';
import { contentSecurityPolicy } from '../../examples/demo/host-pages.ts';

/** A page that no example has, served under the demo's own origin and policy. */
export interface HostPage {
  /** Path of the page, beginning and ending with a slash. */
  readonly path: string;
  readonly html: string;
  /** Scripts beside the page, by file name. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** Origins the policy lets it talk to. */
  readonly connectTo: readonly string[];
}

/** One self-contained script from a module and all it imports. */
export const bundled = async (file: URL): Promise<string> => {
  const build = await rollup({ input: file.pathname, plugins: [nodeResolve({ browser: true })] });
  const { output } = await build.generate({ format: 'es' });
  await build.close();
  return output[0].code;
};

/** Puts a page into everything this browser profile opens under an origin. */
export const servePage = async (context: BrowserContext, origin: string, page: HostPage): Promise<void> => {
  const headers = { 'content-security-policy': contentSecurityPolicy({ connectTo: page.connectTo }) };
  const at = (name: string): string => new URL(page.path + name, origin).href;
  await context.route(at(''), (route) =>
    route.fulfill({ body: page.html, headers, contentType: 'text/html; charset=utf-8' }),
  );
  for (const [name, body] of Object.entries(page.scripts ?? {}))
    await context.route(at(name), (route) =>
      route.fulfill({ body, headers, contentType: 'text/javascript' }),
    );
};
