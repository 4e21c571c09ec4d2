import { test } from 'node:test';
import { storeContract } from '@venterum/testing/server';
import type { DomainEvent } from '../../ports/domain-event.ts';
import { MemoryBus } from './memory-bus.ts';
import { MemoryStore } from './memory-store.ts';

for (const { title, run } of storeContract) {
  test(`memory store: ${title}`, async () => {
    const bus = new MemoryBus();
    const published: DomainEvent[] = [];
    bus.subscribe((events) => published.push(...events));
    await run({ store: new MemoryStore(bus), published });
  });
}
