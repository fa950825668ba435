// EventTarget and the dispatch algorithm, https://dom.spec.whatwg.org/#concept-event-dispatch
(function (host, globals, internals) {
  'use strict';

  // A target names its parent in the event path by a method under this key; also its activation behaviour.
  const PARENT = Symbol('parent');
  const PRE_ACTIVATE = Symbol('legacy-pre-activation');
  const ACTIVATE = Symbol('activation');
  const CANCEL_ACTIVATE = Symbol('legacy-canceled-activation');

  // By target, since the global object becomes a target without going through the constructor.
  const listenersOf = new WeakMap();
  const handlersOf = new WeakMap();

  function becomeTarget(object) {
    listenersOf.set(object, []);
    return object;
  }

  function listeners(target) {
    const list = listenersOf.get(target ?? globals);
    if (!list) throw new TypeError('Illegal invocation');
    return list;
  }

  const captureOf = (options) => Boolean(typeof options === 'object' && options !== null ? options.capture : options);

  class EventTarget {
    constructor() { becomeTarget(this); }

    addEventListener(type, callback, options = false) {
      internals.requireArguments(arguments.length, 2, "'addEventListener' on 'EventTarget'");
      const list = listeners(this);
      if (callback === null || callback === undefined) return;
      if (typeof callback !== 'function' && typeof callback !== 'object') {
        throw new TypeError("Failed to execute 'addEventListener' on 'EventTarget': parameter 2 is not of type 'Object'.");
      }
      const rich = typeof options === 'object' && options !== null ? options : {};
      const listener = {
        type: String(type), callback, capture: captureOf(options),
        once: Boolean(rich.once), passive: Boolean(rich.passive), removed: false,
      };
      if (rich.signal?.aborted) return;
      const same = (other) => other.type === listener.type && other.callback === callback && other.capture === listener.capture;
      if (list.some(same)) return;
      list.push(listener);
      rich.signal?.addEventListener('abort', () => remove(list, listener), { once: true });
    }

    removeEventListener(type, callback, options = false) {
      internals.requireArguments(arguments.length, 2, "'removeEventListener' on 'EventTarget'");
      const list = listeners(this);
      const capture = captureOf(options);
      const found = list.find((l) => l.type === String(type) && l.callback === callback && l.capture === capture);
      if (found) remove(list, found);
    }

    dispatchEvent(event) {
      internals.requireArguments(arguments.length, 1, "'dispatchEvent' on 'EventTarget'");
      listeners(this);
      if (!internals.isEvent(event)) {
        throw new TypeError("Failed to execute 'dispatchEvent' on 'EventTarget': parameter 1 is not of type 'Event'.");
      }
      const state = internals.eventState(event);
      if (state.dispatching || !state.initialized) {
        throw new globals.DOMException('The event is already being dispatched.', 'InvalidStateError');
      }
      state.trusted = false;
      return dispatch(this ?? globals, event);
    }
  }
  internals.defineInterface(EventTarget, { length: 0 });

  function remove(list, listener) {
    listener.removed = true;
    const index = list.indexOf(listener);
    if (index >= 0) list.splice(index, 1);
  }

  function eventPath(target, event) {
    const path = [];
    for (let at = target; at; at = at[PARENT]?.(event) ?? null) path.push(at);
    return path;
  }

  function dispatch(target, event) {
    const state = internals.eventState(event);
    const path = eventPath(target, event);
    Object.assign(state, { dispatching: true, target, path });
    const isClick = event.type === 'click';
    const activated = isClick ? path.find((at, i) => (i === 0 || state.bubbles) && at[ACTIVATE]) : undefined;
    const undo = activated?.[PRE_ACTIVATE]?.(event);
    for (let i = path.length - 1; i >= 0 && !state.stopped; i--) {
      state.phase = i === 0 ? 2 : 1;
      invoke(path[i], event, state, true);
    }
    for (let i = 0; i < path.length && !state.stopped; i++) {
      if (i > 0 && !state.bubbles) break;
      state.phase = i === 0 ? 2 : 3;
      invoke(path[i], event, state, false);
    }
    Object.assign(state, {
      dispatching: false, phase: 0, currentTarget: null, path: [], stopped: false, stoppedImmediately: false,
    });
    if (activated) {
      if (state.canceled) activated[CANCEL_ACTIVATE]?.(event, undo);
      else activated[ACTIVATE](event);
    }
    return !state.canceled;
  }

  function invoke(target, event, state, capture) {
    const list = listenersOf.get(target);
    if (!list) return;
    state.currentTarget = target;
    for (const listener of [...list]) {
      if (listener.removed || listener.type !== state.type || listener.capture !== capture) continue;
      if (listener.once) remove(list, listener);
      state.passive = listener.passive;
      try {
        const { callback } = listener;
        if (listener.handler) callback.call(target, event);
        else if (typeof callback === 'function') callback.call(target, event);
        else callback.handleEvent(event);
      } catch (error) {
        internals.reportException(error);
      }
      state.passive = false;
      if (state.stoppedImmediately) return;
    }
  }

  // Defines attributes such as `onload`; a handler keeps the place of its first assignment among the listeners.
  function defineEventHandlers(prototype, types) {
    for (const type of types) {
      const name = `on${type}`;
      const accessors = {
        get [name]() { return handlersOf.get(this ?? globals)?.get(type)?.value ?? null; },
        set [name](value) { setHandler(this ?? globals, type, value); },
      };
      Object.defineProperty(prototype, name, {
        ...Object.getOwnPropertyDescriptor(accessors, name), enumerable: true, configurable: true,
      });
    }
  }

  function setHandler(target, type, value) {
    const callable = typeof value === 'function' ? value : null;
    let handlers = handlersOf.get(target);
    if (!handlers) handlersOf.set(target, handlers = new Map());
    const existing = handlers.get(type);
    if (existing && callable) {
      existing.value = callable;
      return;
    }
    if (existing) {
      remove(listeners(target), existing.listener);
      handlers.delete(type);
      return;
    }
    if (!callable) return;
    const handler = { value: callable };
    const callback = (event) => callHandler(target, handler.value, event);
    handler.listener = { type, callback, capture: false, once: false, passive: false, removed: false };
    listeners(target).push(handler.listener);
    handlers.set(type, handler);
  }

  function callHandler(target, handler, event) {
    // window.onerror takes five arguments, and `true` means handled.
    if (target === globals && event.type === 'error' && event instanceof globals.ErrorEvent) {
      const { message, filename, lineno, colno, error } = event;
      if (handler.call(target, message, filename, lineno, colno, error) === true) event.preventDefault();
    } else if (handler.call(target, event) === false) {
      event.preventDefault();
    }
  }

  // Fires an event of the host's own making.
  function fire(target, type, { Class = globals.Event, ...init } = {}) {
    const event = new Class(type, init);
    internals.eventState(event).trusted = true;
    return dispatch(target, event);
  }

  Object.assign(internals, {
    PARENT, PRE_ACTIVATE, ACTIVATE, CANCEL_ACTIVATE, becomeTarget, dispatch, defineEventHandlers, fire,
    reportException: internals.reportException ?? ((error) => host.reportException(error)),
  });
})
