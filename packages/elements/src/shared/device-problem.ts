import type { DeviceState, DeviceStatus } from '@venterum/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { DeviceTexts } from './device.texts.da.ts';

type Trouble = 'Denied' | 'Missing' | 'Busy' | 'Lost';
type Texts = DeviceTexts & { readonly retry: string };

const troubles: Readonly<Partial<Record<DeviceStatus, Trouble>>> = {
  denied: 'Denied',
  missing: 'Missing',
  busy: 'Busy',
  lost: 'Lost',
};

/** How to allow camera and microphone in this very browser. */
export const allowText = (texts: DeviceTexts, userAgent: string, touchPoints = 0): string => {
  // iPadOS calls itself a Mac.
  if (/iPhone|iPad/.test(userAgent) || (userAgent.includes('Macintosh') && touchPoints > 1))
    return texts.allowIos;
  if (userAgent.includes('Android')) return texts.allowAndroid;
  if (userAgent.includes('Firefox')) return texts.allowFirefox;
  return userAgent.includes('Chrom') ? texts.allowChromium : texts.allowSafari;
};

/** One sentence when both have the same trouble, else one for each. */
const sentences = ({ camera, microphone }: DeviceState, texts: DeviceTexts): readonly string[] => {
  const [cameras, microphones] = [troubles[camera], troubles[microphone]];
  if (cameras !== undefined && cameras === microphones) return [texts[`both${cameras}`]];
  return [
    ...(microphones === undefined ? [] : [texts[`microphone${microphones}`]]),
    ...(cameras === undefined ? [] : [texts[`camera${cameras}`]]),
  ];
};

/** All that is wrong with the devices in words, with how to mend it; empty when nothing is. */
export const deviceProblems = (devices: DeviceState, texts: DeviceTexts): readonly string[] => {
  const isDenied = devices.camera === 'denied' || devices.microphone === 'denied';
  const how = isDenied ? [allowText(texts, navigator.userAgent, navigator.maxTouchPoints)] : [];
  return [...sentences(devices, texts), ...how];
};

/** The same as a notice with the one button that mends it. */
export const deviceProblemView = (
  devices: DeviceState,
  texts: Texts,
  mend: () => void,
): TemplateResult | typeof nothing => {
  const [first, ...rest] = deviceProblems(devices, texts);
  if (first === undefined) return nothing;
  const isLost = devices.camera === 'lost' || devices.microphone === 'lost';
  return html`<div class="notice warning" part="device-problem">
    <p><b>${first}</b></p>
    ${rest.map((sentence) => html`<p>${sentence}</p>`)}
    <button type="button" @click=${mend}>${isLost ? texts.bringBack : texts.retry}</button>
  </div>`;
};
