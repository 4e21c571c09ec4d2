/** Where the own picture lies. */
export type Corner = 'bottom-end' | 'bottom-start' | 'top-start' | 'top-end';

/** So far a finger may slip in a tap, in CSS pixels. */
const SLIP = 8;

/** The corner of the room closest to the middle of something in it. */
export const nearestCorner = (room: DOMRect, thing: DOMRect): Corner => {
  const isLeft = thing.left + thing.width / 2 < room.left + room.width / 2;
  const isTop = thing.top + thing.height / 2 < room.top + room.height / 2;
  return `${isTop ? 'top' : 'bottom'}-${isLeft ? 'start' : 'end'}`;
};

/** Drags something to a corner of what it lies in. What is dragged is the parent of what the pointer went down on. */
export const dragToCorner = (down: PointerEvent, moved: (corner: Corner) => void): void => {
  const handle = down.currentTarget;
  const thing = handle instanceof HTMLElement ? handle.parentElement : null;
  const room = thing?.offsetParent;
  if (!(handle instanceof HTMLElement) || thing === null || !(room instanceof HTMLElement)) return;
  const [over, clicks] = [new AbortController(), new AbortController()];
  let isDragged = false;
  const move = (event: PointerEvent): void => {
    const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY];
    isDragged ||= Math.hypot(x, y) > SLIP;
    if (!isDragged) return;
    handle.setPointerCapture(down.pointerId);
    thing.style.setProperty('translate', `${x}px ${y}px`);
  };
  const end = (event: PointerEvent): void => {
    over.abort();
    if (!isDragged) return;
    const corner = nearestCorner(room.getBoundingClientRect(), thing.getBoundingClientRect());
    thing.style.removeProperty('translate');
    if (event.type === 'pointerup') moved(corner);
    // The click that may follow is the end of the drag, not a tap.
    setTimeout(() => clicks.abort());
  };
  const options = { signal: over.signal };
  handle.addEventListener('pointermove', move, options);
  handle.addEventListener('pointerup', end, options);
  handle.addEventListener('pointercancel', end, options);
  const swallow = (click: Event): void => {
    if (isDragged) click.stopImmediatePropagation();
  };
  handle.addEventListener('click', swallow, { capture: true, once: true, signal: clicks.signal });
};
