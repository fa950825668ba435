// Constraint validation: required, pattern, ranges and custom messages.
(function (host, globals, internals) {
  'use strict';
  const { STATE } = internals;

  class ValidityState {
    #flags;
    constructor(key, flags) {
      internals.requireKey(key);
      this.#flags = flags;
    }
    static { this.read = (state, name) => state.#flags[name]; }
    get valid() { return !Object.values(this.#flags).some(Boolean); }
  }
  const { read } = ValidityState;
  delete ValidityState.read;
  const names = ['valueMissing', 'typeMismatch', 'patternMismatch', 'tooLong', 'tooShort', 'rangeUnderflow', 'rangeOverflow', 'stepMismatch',
    'badInput', 'customError'];
  for (const name of names) {
    Object.defineProperty(ValidityState.prototype, name, { get() { return read(this, name); }, enumerable: true, configurable: true });
  }
  internals.defineInterface(ValidityState, { length: 0 });

  function flagsOf(control) {
    const { value = '', type = '' } = control;
    const number = control.valueAsNumber;
    const beyond = (limit, wrong) => Boolean(control[limit]) && !Number.isNaN(number) && wrong(number, Number(control[limit]));
    const missing = type === 'checkbox' ? !control.checked
      : type === 'radio' ? !groupChecked(control) : value === '';
    return {
      valueMissing: Boolean(control.required) && missing,
      typeMismatch: value !== '' && ((type === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) || (type === 'url' && !/^[a-z][\w+.-]*:/i.test(value))),
      patternMismatch: Boolean(control.pattern) && value !== '' && !new RegExp(`^(?:${control.pattern})$`, 'u').test(value),
      tooLong: false, tooShort: false,
      rangeUnderflow: beyond('min', (v, limit) => v < limit),
      rangeOverflow: beyond('max', (v, limit) => v > limit),
      stepMismatch: false, badInput: false,
      customError: Boolean(control[STATE].customError),
    };
  }

  function groupChecked(radio) {
    return [...internals.elementsIn(radio.getRootNode())].some((e) => e.localName === 'input' && e.type === 'radio'
      && e.name === radio.name && e.form === radio.form && e.checked);
  }

  const members = {
    get willValidate() { return !internals.isDisabled(this) && !['hidden', 'button', 'reset', 'output', 'fieldset'].includes(this.type); },
    get validity() { return new ValidityState(internals.KEY, flagsOf(this)); },
    get validationMessage() {
      if (!this.willValidate || this.validity.valid) return '';
      return this[STATE].customError || 'The value is not valid.';
    },
    checkValidity() {
      if (!this.willValidate || this.validity.valid) return true;
      internals.fire(this, 'invalid', { cancelable: true });
      return false;
    },
    reportValidity() { return this.checkValidity(); },
    setCustomValidity(message) { this[STATE].customError = String(message); },
  };
  for (const name of ['Input', 'Select', 'TextArea', 'Button', 'Output', 'FieldSet']) {
    internals.nodeMixins.mixin(globals[`HTML${name}Element`], members);
  }
})
