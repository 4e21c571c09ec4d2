import type { QrImage } from '@venterum/contract';
import encodeQr from 'qr';
import type { QrImages } from '../../ports/qr-images.ts';

/** Modules of white around the code, as ISO/IEC 18004 asks for. */
const margin = 4;

/** A QR code as one SVG path: a rectangle for every run of dark modules in a row. */
const qrImage = (text: string): QrImage => {
  const rows = encodeQr(text, 'raw', { ecc: 'medium', border: margin });
  const path = rows
    .flatMap((row, y) => {
      const runs = row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g);
      return Array.from(
        runs,
        ({ 0: run, index }) =>
          `M${String(index)} ${String(y)}h${String(run.length)}v1h-${String(run.length)}z`,
      );
    })
    .join('');
  return { size: rows.length, path };
};

/** Drawn in the process. */
export const qrImages: QrImages = { of: qrImage };
