// A real person's number must never reach the repository; only MedCom's official test persons may.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const exception = 'cpr-guard-ok';

/** hl7dk/dk-core TestPatienter, CC0-1.0. */
const testPersons = new Set([
  '2512489996',
  '0211223989',
  '2509479989',
  '0107729995',
  '1502779995',
  '2911829996',
  '1509819996',
  '0505059996',
  '0505109990',
  '0505159995',
  '0505209996',
  '0505239996',
  '0201609995',
  '0201609996',
  '0504909995',
  '0504909989',
  '0201919990',
  '0201919996',
  '0201919995',
  '0108589995',
  '0108629996',
  '0104909995',
  '0104909989',
  '1502799995',
  '1502829995',
  '0506889996',
  '3103979995',
  '3101229995',
  '1310169995',
  '1310169996',
  '1306249995',
  '1306249996',
  '0212159995',
  '1007059995',
  '1110109996',
  '3001749995',
  '2103009996',
  '2311143995',
]);

/** The seventh digit and the year give the century. */
function century(digit, year) {
  if (digit <= 3) return 1900;
  if (digit === 4 || digit === 9) return year <= 36 ? 2000 : 1900;
  return year <= 57 ? 2000 : 1800;
}

/** A date as in a CPR number; an administrative number has 60 added to the day. */
function hasBirthDate(digits) {
  const [day, month, year, seventh] = [
    digits.slice(0, 2),
    digits.slice(2, 4),
    digits.slice(4, 6),
    digits[6],
  ].map(Number);
  const realDay = day > 60 ? day - 60 : day;
  const date = new Date(Date.UTC(century(seventh, year) + year, month - 1, realDay));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === realDay;
}

/** The numbers in a line that look like somebody's. */
export function suspects(line) {
  if (line.includes(exception)) return [];
  return [...line.matchAll(/(?<!\d)(\d{6})[- ]?(\d{4})(?!\d)/g)]
    .map(([, date, serial]) => date + serial)
    .filter((digits) => hasBirthDate(digits) && !testPersons.has(digits));
}

function selfTest() {
  const caught = ['150390' + '1234', 'x 010180' + '-0001 y', '720315' + '4321'];
  const fine = [
    '2512489996',
    '251248-9996',
    '1700000000',
    '1234567890123',
    '310290' + '1234',
    '150390' + '1234 cpr-guard-ok',
  ];
  const wrong = [
    ...caught.filter((line) => suspects(line).length !== 1),
    ...fine.filter((line) => suspects(line).length > 0),
  ];
  if (wrong.length > 0) throw new Error(`cpr-guard misjudges: ${wrong.join(' | ')}`);
}

selfTest();
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file && !file.endsWith('package-lock.json') && existsSync(join(root, file)));
let found = 0;
let read = 0;
for (const file of files) {
  const bytes = readFileSync(join(root, file));
  if (bytes.subarray(0, 8192).includes(0)) continue;
  read += 1;
  for (const [index, line] of bytes.toString('utf8').split('\n').entries())
    for (const digits of suspects(line)) {
      found += 1;
      console.error(`${file}:${index + 1}: ${digits.slice(0, 6)}-xxxx may be a real CPR number`);
    }
}
console.log(`cpr guard: ${read} text files, ${found} suspects`);
process.exitCode = found > 0 ? 1 : 0;
