import type { Page } from 'playwright-core';
import type { Place } from './canaries.ts';

/** Everything a page's scripts hold in memory, after what nobody holds has been collected. */
export const heapOf = async (page: Page, where: string): Promise<Place> => {
  const devtools = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await devtools.detach();
  return { where, bytes: Buffer.from(chunks.join('')) };
};

/** Everything a page shows or could show: its text and its fields, through open shadow roots. */
export const documentOf = async (page: Page, where: string): Promise<Place> => {
  const text = await page.evaluate(() => {
    const read = (root: Document | ShadowRoot): string[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        ...[...element.childNodes].map((node) => (node instanceof Text ? node.data : '')),
        ...[...element.attributes].map(({ value }) => value),
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : '',
        ...(element.shadowRoot === null ? [] : read(element.shadowRoot)),
      ]);
    return read(document).join('\n');
  });
  return { where, bytes: Buffer.from(text) };
};
