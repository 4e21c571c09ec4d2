export * from './call-fixture.ts';
export * from './fake-devices.ts';
export * from './scripted-video-provider.ts';
export * from './signalling-hub.ts';
export * from './state-until.ts';
export * from './video-provider-contract.ts';
