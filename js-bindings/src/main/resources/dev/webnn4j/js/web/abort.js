// AbortController and AbortSignal, https://dom.spec.whatwg.org/#aborting-ongoing-activities
(function (host, globals, internals) {
  'use strict';
  const { KEY, requireKey, defineInterface } = internals;

  const abortError = () => new globals.DOMException('signal is aborted without reason', 'AbortError');
  let abort;

  class AbortSignal extends globals.EventTarget {
    #aborted = false;
    #reason = undefined;

    static {
      abort = (signal, reason = abortError()) => {
        if (signal.#aborted) return;
        signal.#aborted = true;
        signal.#reason = reason;
        internals.fire(signal, 'abort');
      };
    }

    constructor(key) {
      requireKey(key);
      super();
    }

    static abort(reason) {
      const signal = new AbortSignal(KEY);
      abort(signal, reason);
      return signal;
    }

    static timeout(milliseconds) {
      internals.requireArguments(arguments.length, 1, "'timeout' on 'AbortSignal'");
      const signal = new AbortSignal(KEY);
      globals.setTimeout(() => abort(signal, new globals.DOMException('signal timed out', 'TimeoutError')), milliseconds);
      return signal;
    }

    static any(signals) {
      const signal = new AbortSignal(KEY);
      for (const source of [...signals]) {
        if (source.aborted) abort(signal, source.reason);
        else source.addEventListener('abort', () => abort(signal, source.reason), { once: true });
      }
      return signal;
    }

    get aborted() { return this.#aborted; }
    get reason() { return this.#reason; }
    throwIfAborted() { if (this.#aborted) throw this.#reason; }
  }
  internals.defineEventHandlers(AbortSignal.prototype, ['abort']);
  defineInterface(AbortSignal, { length: 0 });

  class AbortController {
    #signal = new AbortSignal(KEY);

    get signal() { return this.#signal; }
    abort(reason) { abort(this.#signal, reason); }
  }
  defineInterface(AbortController);
})
