// <input>: value and checkedness, radio groups, what a click does.
(function (host, globals, internals) {
  'use strict';
  const { STATE, ATTRIBUTE_CHANGED, PRE_ACTIVATE, ACTIVATE, CANCEL_ACTIVATE, attributes, dom, defineElement, reflect } = internals;

  const types = new Set(['hidden', 'text', 'search', 'tel', 'url', 'email', 'password', 'date', 'month', 'week', 'time', 'datetime-local',
    'number', 'range', 'color', 'checkbox', 'radio', 'file', 'submit', 'image', 'reset', 'button']);
  const withDefault = new Set(['hidden', 'submit', 'image', 'reset', 'button', 'checkbox', 'radio']);
  const dates = { date: 10, month: 7, time: 5, 'datetime-local': 16 };

  class HTMLInputElement extends globals.HTMLElement {
    constructor(...given) {
      super(...given);
      Object.assign(this[STATE], { value: null, checked: null, indeterminate: false, files: null, selection: [0, 0] });
    }

    [ATTRIBUTE_CHANGED](name, old, value) {
      super[ATTRIBUTE_CHANGED](name, old, value);
      // A box that has not been touched follows its attribute; a newly checked radio unchecks its group.
      if (name === 'checked' && value !== null && this[STATE].checked === null && this.type === 'radio') uncheckOthers(this);
    }

    get type() {
      const type = (attributes.get(this, 'type') ?? '').toLowerCase();
      return types.has(type) ? type : 'text';
    }
    set type(value) { attributes.set(this, 'type', String(value)); }

    get value() {
      const { type } = this;
      if (type === 'file') return this[STATE].files?.length ? `C:\\fakepath\\${this[STATE].files[0].name}` : '';
      if (withDefault.has(type)) return attributes.get(this, 'value') ?? (type === 'checkbox' || type === 'radio' ? 'on' : '');
      return this[STATE].value ?? sanitized(this, this.defaultValue);
    }
    set value(value) {
      const text = value === null ? '' : String(value);
      if (this.type === 'file') {
        if (text !== '') throw dom.domError('A file input may only be set to the empty string.', 'InvalidStateError');
        this[STATE].files = null;
      } else if (withDefault.has(this.type)) {
        attributes.set(this, 'value', text);
      } else {
        this[STATE].value = sanitized(this, text);
        this[STATE].selection = [text.length, text.length];
      }
    }

    get defaultValue() { return attributes.get(this, 'value') ?? ''; }
    set defaultValue(value) { attributes.set(this, 'value', String(value)); }
    get checked() { return this[STATE].checked ?? this[STATE].attributes.has('checked'); }
    set checked(value) { setChecked(this, Boolean(value)); }
    get indeterminate() { return this[STATE].indeterminate; }
    set indeterminate(value) { this[STATE].indeterminate = Boolean(value); }
    get files() { return this.type === 'file' ? this[STATE].files ?? [] : null; }
    set files(value) { this[STATE].files = value; }
    get form() { return internals.formOwner(this); }
    get labels() { return internals.labelsOf(this); }
    get list() {
      const id = attributes.get(this, 'list');
      return id === null ? null : this[STATE].document.getElementById(id);
    }

    get valueAsNumber() {
      const { type, value } = this;
      if (type === 'number' || type === 'range') return value === '' ? NaN : Number(value);
      if (type in dates) return this.valueAsDate?.getTime() ?? NaN;
      return NaN;
    }
    set valueAsNumber(number) {
      if (this.type in dates) this.valueAsDate = new Date(number);
      else this.value = Number.isNaN(number) ? '' : String(number);
    }
    get valueAsDate() {
      const { type, value } = this;
      if (!(type in dates) || value === '') return null;
      const date = new Date(type === 'time' ? `1970-01-01T${value}Z` : type === 'datetime-local' ? `${value}Z` : value);
      return Number.isNaN(date.getTime()) ? null : date;
    }
    set valueAsDate(date) {
      const text = date === null ? '' : date.toISOString();
      this.value = this.type === 'time' ? text.slice(11, 16) : text.slice(0, dates[this.type]);
    }

    stepUp(count = 1) { stepBy(this, count); }
    stepDown(count = 1) { stepBy(this, -count); }
    select() { this[STATE].selection = [0, this.value.length]; }
    get selectionStart() { return this[STATE].selection[0]; }
    set selectionStart(value) { this[STATE].selection[0] = value >>> 0; }
    get selectionEnd() { return this[STATE].selection[1]; }
    set selectionEnd(value) { this[STATE].selection[1] = value >>> 0; }
    setSelectionRange(start, end) { this[STATE].selection = [start >>> 0, end >>> 0]; }

    [PRE_ACTIVATE]() {
      const { type } = this;
      if (type === 'checkbox') {
        const undo = { checked: this.checked, indeterminate: this.indeterminate };
        this.checked = !undo.checked;
        this.indeterminate = false;
        return undo;
      }
      if (type !== 'radio') return undefined;
      const undo = { checked: this.checked, previous: radioGroup(this).find((radio) => radio.checked) ?? null };
      this.checked = true;
      return undo;
    }

    [CANCEL_ACTIVATE](event, undo) {
      if (!undo) return;
      this.checked = undo.checked;
      if (undo.previous) undo.previous.checked = true;
      if ('indeterminate' in undo) this.indeterminate = undo.indeterminate;
    }

    [ACTIVATE](event) {
      if (internals.isDisabled(this)) return;
      switch (this.type) {
        case 'checkbox': return fireChange(this);
        case 'radio': return fireChange(this);
        case 'submit': case 'image': return this.form?.requestSubmit(this);
        case 'reset': return this.form?.reset();
        default: return undefined;
      }
    }
  }
  reflect(HTMLInputElement, {
    name: 'string', alt: 'string', accept: 'string', autocomplete: 'string', max: 'string', min: 'string', step: 'string', multiple: 'boolean',
    pattern: 'string', placeholder: 'string', readOnly: 'boolean', required: 'boolean', disabled: 'boolean', src: 'url',
    defaultChecked: { kind: 'boolean', name: 'checked' }, size: { kind: 'integer', missing: 20 }, maxLength: { kind: 'integer', missing: -1 },
    minLength: { kind: 'integer', missing: -1 }, width: 'integer', height: 'integer', formAction: 'url', formMethod: 'string',
  });
  defineElement(HTMLInputElement, 'input');

  function fireChange(input) {
    if (!input.isConnected) return;
    internals.fire(input, 'input', { bubbles: true, composed: true });
    internals.fire(input, 'change', { bubbles: true });
  }

  function setChecked(input, checked) {
    input[STATE].checked = checked;
    if (checked && input.type === 'radio') uncheckOthers(input);
  }

  function uncheckOthers(input) {
    for (const other of radioGroup(input)) if (other !== input && other.checked) other[STATE].checked = false;
  }

  function radioGroup(input) {
    if (!input.name) return [input];
    const group = [];
    for (const e of internals.elementsIn(dom.rootOf(input))) {
      if (e.localName === 'input' && e.type === 'radio' && e.name === input.name && e.form === input.form) group.push(e);
    }
    return group;
  }

  function sanitized(input, text) {
    switch (input.type) {
      case 'number': return text.trim() === '' || !/^-?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text) ? '' : text;
      case 'range': return range(input, text);
      case 'color': return /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : '#000000';
      case 'email': case 'url': return text.replace(/[\r\n]/g, '').trim();
      default: return text.replace(/[\r\n]/g, '');
    }
  }

  const numberOr = (text, otherwise) => (text === '' || Number.isNaN(Number(text)) ? otherwise : Number(text));

  function range(input, text) {
    const min = numberOr(input.min, 0);
    const max = Math.max(min, numberOr(input.max, 100));
    const value = Math.min(Math.max(numberOr(text, min + (max - min) / 2), min), max);
    if (input.step === 'any') return String(value);
    const step = numberOr(input.step, 1) > 0 ? numberOr(input.step, 1) : 1;
    const snapped = min + Math.round((value - min) / step) * step;
    // Multiples of a decimal step carry binary noise that no browser shows.
    return String(Number((snapped > max ? snapped - step : snapped).toPrecision(12)));
  }

  function stepBy(input, count) {
    const step = numberOr(input.step, 1) || 1;
    const next = numberOr(input.value, 0) + step * count;
    const low = numberOr(input.min, -Infinity);
    const high = numberOr(input.max, Infinity);
    input.value = String(Number(Math.min(Math.max(next, low), high).toPrecision(12)));
  }

  internals.hooksAfterCloning = (copy, original) => {
    const { value, checked, indeterminate } = original[STATE];
    if (copy instanceof HTMLInputElement) Object.assign(copy[STATE], { value, checked, indeterminate });
    else if (copy.localName === 'textarea') copy[STATE].value = value;
  };
  internals.fireChange = fireChange;
})
