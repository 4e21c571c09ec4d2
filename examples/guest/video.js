// All that the page needs to begin, in one file: many small ones compress worse.
export { createClient, invitation } from '/venterum/client.js';
import '/venterum/queue-join.js';
