// Imported before any schema: each would try `new Function` when it is made, which a strict policy reports.
import { config } from 'zod';

config({ jitless: true });
