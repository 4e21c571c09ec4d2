export * from './stores/call-store.ts';
export * from './stores/device-store.ts';
export * from './stores/call-state.ts';
export * from './stores/device-state.ts';
export * from './devices/open-devices.ts';
export * from './video/video-provider.ts';
