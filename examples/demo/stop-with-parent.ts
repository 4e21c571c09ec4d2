// Preloaded into the server child: a demo that is killed outright must not leave a server behind.
import process from 'node:process';

process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
