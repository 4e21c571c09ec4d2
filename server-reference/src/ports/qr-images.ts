import type { QrImage } from '@venterum/contract';

/** Draws QR codes (ISO/IEC 18004). */
export interface QrImages {
  of(text: string): QrImage;
}
