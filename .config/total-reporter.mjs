// One plain line at the end, for people and for whatever reads the log.
function leaves(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(leaves)] : [];
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
      console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
    },
  };
}
