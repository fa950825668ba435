// As much of the interface of testharness.js as the runner and our test files of it need, written for these tests.
(function () {
  'use strict';
  const PASS = 0, FAIL = 1, TIMEOUT = 2;
  const inWindow = self.GLOBAL.isWindow();
  const results = [], completions = [], tests = [];
  let queue = Promise.resolve();
  let loaded = false;
  let complete = false;

  function finish(test, status, message) {
    if (test.status !== undefined) return;
    Object.assign(test, { status, message });
    for (const callback of results) callback(test);
  }
  function end(status, message) {
    if (complete) return;
    complete = true;
    for (const callback of completions) callback(tests, { status, message });
  }
  function endIfDone() {
    if (loaded && tests.every((test) => test.status !== undefined)) end(0, null);
  }
  Object.assign(self, {
    setup() {},
    add_result_callback(callback) { results.push(callback); },
    add_completion_callback(callback) { completions.push(callback); },
    test(body, name) {
      const test = { name };
      tests.push(test);
      try { body(); finish(test, PASS, null); } catch (error) { finish(test, FAIL, String(error)); }
    },
    promise_test(body, name) {
      const test = { name };
      tests.push(test);
      queue = queue.then(body)
        .then(() => finish(test, PASS, null), (error) => finish(test, FAIL, String(error)))
        .then(endIfDone);
    },
    timeout() {
      for (const test of tests) finish(test, TIMEOUT, 'timed out');
      end(2, null);
    },
    done() {
      loaded = true;
      endIfDone();
    },
  });
  if (inWindow) addEventListener('load', () => self.done());
  addEventListener('error', (event) => end(1, event.message));
})();
