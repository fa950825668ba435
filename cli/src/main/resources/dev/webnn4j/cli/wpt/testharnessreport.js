// Tells the runner the results of testharness.js, in place of the file of this name in web-platform-tests, which is
// there to be replaced by those who embed the tests.
(function () {
  'use strict';
  const report = self.webnnTestReport;
  delete self.webnnTestReport;
  // By the numbers that testharness.js gives them.
  const TESTS = ['PASS', 'FAIL', 'TIMEOUT', 'NOTRUN', 'PRECONDITION_FAILED'];
  const PAGES = ['OK', 'ERROR', 'TIMEOUT', 'PRECONDITION_FAILED'];
  // Time is the runner's business: it knows at once when nothing is left to wait for.
  setup({ output: false, explicit_timeout: true });
  add_result_callback((test) => report.result(test.name, TESTS[test.status], test.message ?? ''));
  add_completion_callback((tests, status) => report.complete(PAGES[status.status], status.message ?? ''));
})();
