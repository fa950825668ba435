// The events of user interfaces: UIEvent, MouseEvent, KeyboardEvent and so on.
(function (host, globals, internals) {
  'use strict';
  const { defineEvent } = internals;

  const modifiers = { ctrlKey: false, shiftKey: false, altKey: false, metaKey: false };
  const modifierOf = { Control: 'ctrlKey', Shift: 'shiftKey', Alt: 'altKey', Meta: 'metaKey' };

  function withModifierState(Class) {
    Object.defineProperty(Class.prototype, 'getModifierState', {
      value: function getModifierState(key) { return this[modifierOf[key]] ?? false; },
      writable: true, enumerable: true, configurable: true,
    });
    return Class;
  }

  const UIEvent = defineEvent('UIEvent', { view: null, detail: 0, which: 0 });
  const MouseEvent = withModifierState(defineEvent('MouseEvent', {
    screenX: 0, screenY: 0, clientX: 0, clientY: 0, movementX: 0, movementY: 0, button: 0, buttons: 0, relatedTarget: null, ...modifiers,
  }, UIEvent));
  // Without layout, all coordinate systems coincide.
  for (const [name, source] of Object.entries({
    x: 'clientX', y: 'clientY', pageX: 'clientX', pageY: 'clientY', offsetX: 'clientX', offsetY: 'clientY', layerX: 'clientX', layerY: 'clientY',
  })) {
    Object.defineProperty(MouseEvent.prototype, name, { get() { return this[source]; }, enumerable: true, configurable: true });
  }
  defineEvent('PointerEvent', {
    pointerId: 0, width: 1, height: 1, pressure: 0, tangentialPressure: 0, tiltX: 0, tiltY: 0, twist: 0, pointerType: '', isPrimary: false,
  }, MouseEvent);
  defineEvent('WheelEvent', { deltaX: 0, deltaY: 0, deltaZ: 0, deltaMode: 0 }, MouseEvent);
  defineEvent('DragEvent', { dataTransfer: null }, MouseEvent);
  withModifierState(defineEvent('KeyboardEvent', {
    key: '', code: '', location: 0, repeat: false, isComposing: false, charCode: 0, keyCode: 0, ...modifiers,
  }, UIEvent));
  defineEvent('InputEvent', { data: null, inputType: '', isComposing: false, dataTransfer: null }, UIEvent);
  defineEvent('FocusEvent', { relatedTarget: null }, UIEvent);
  defineEvent('CompositionEvent', { data: '' }, UIEvent);
  withModifierState(defineEvent('TouchEvent', { touches: [], targetTouches: [], changedTouches: [], ...modifiers }, UIEvent));
  defineEvent('SubmitEvent', { submitter: null });
  defineEvent('ClipboardEvent', { clipboardData: null });
  defineEvent('TransitionEvent', { propertyName: '', elapsedTime: 0, pseudoElement: '' });
  defineEvent('AnimationEvent', { animationName: '', elapsedTime: 0, pseudoElement: '' });

  // The names that document.createEvent takes, in lower case.
  internals.legacyEvents = {
    customevent: 'CustomEvent', event: 'Event', events: 'Event', htmlevents: 'Event', svgevents: 'Event', uievent: 'UIEvent',
    uievents: 'UIEvent', mouseevent: 'MouseEvent', mouseevents: 'MouseEvent', keyboardevent: 'KeyboardEvent', focusevent: 'FocusEvent',
    compositionevent: 'CompositionEvent', touchevent: 'TouchEvent', dragevent: 'DragEvent', messageevent: 'MessageEvent',
    hashchangeevent: 'HashChangeEvent',
  };

  // init…Event: only type, bubbles and cancelable can still be set, the rest is read from the event's constructor.
  for (const [Class, name] of [[globals.CustomEvent, 'initCustomEvent'], [UIEvent, 'initUIEvent'], [MouseEvent, 'initMouseEvent']]) {
    const method = { [name](type, bubbles = false, cancelable = false, ...rest) {
      this.initEvent(type, bubbles, cancelable);
      if (name === 'initCustomEvent') {
        Object.defineProperty(this, 'detail', { value: rest[0] ?? null, configurable: true, enumerable: true });
      }
    } }[name];
    Object.defineProperty(Class.prototype, name, { value: method, writable: true, enumerable: true, configurable: true });
  }
})
