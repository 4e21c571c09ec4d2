// Plain lines at the end, for people and for whatever reads the log: what failed, and one total.
function leaves(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(leaves)] : [];
}

function named(suite, path = []) {
  if (!suite) return [];
  const here = suite.name ? [...path, suite.name] : path;
  return [
    ...suite.tests.map((test) => ({ test, name: [...here, test.name].join(' › ') })),
    ...suite.suites.flatMap((inner) => named(inner, here)),
  ];
}

const because = (error) => [error?.name, error?.message].filter(Boolean).join(': ') || 'no error was given';

function failuresOf(session) {
  const tests = named(session.testResults).filter(({ test }) => !test.passed && !test.skipped);
  const lines = tests.map(({ name, test }) => `${name}\n  ${because(test.error)} (${test.duration} ms)`);
  if (lines.length === 0 && !session.passed)
    lines.push(`the file itself\n  ${session.errors.map(because).join('\n  ')}`);
  return lines.map((line) => `✖ ${session.testFile}: ${line}`);
}

export function totalReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const all = [...sessions];
      const tests = all.flatMap((session) => leaves(session.testResults));
      const skipped = tests.filter((test) => test.skipped).length;
      const passed = tests.filter((test) => test.passed && !test.skipped).length;
      const broken = all.filter(
        (session) => !session.passed && !leaves(session.testResults).some((t) => !t.passed),
      );
      const failed = tests.length - passed - skipped + broken.length;
      const failures = all.flatMap(failuresOf);
      if (failures.length > 0) console.log(`\n✖ failing tests:\n\n${failures.join('\n')}`);
      console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
    },
  };
}
