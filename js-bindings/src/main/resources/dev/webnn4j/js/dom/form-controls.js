// <form>, <button>, <label>, <textarea>, <select>, <option>, <fieldset>, <output>.
(function (host, globals, internals) {
  'use strict';
  const { STATE, ACTIVATE, attributes, dom, defineElement, reflect } = internals;

  function formOwner(control) {
    const id = attributes.get(control, 'form');
    if (id !== null && control.isConnected) {
      const form = control[STATE].document.getElementById(id);
      return form?.localName === 'form' ? form : null;
    }
    return control.closest('form');
  }

  const labelable = (e) => ['button', 'meter', 'output', 'progress', 'select', 'textarea'].includes(e.localName)
    || (e.localName === 'input' && e.type !== 'hidden');

  const labelsOf = (control) => internals.staticNodeList(
    [...internals.elementsIn(dom.rootOf(control))].filter((e) => e.localName === 'label' && e.control === control));

  Object.assign(internals, { formOwner, labelsOf });

  class HTMLFormElement extends globals.HTMLElement {
    get elements() {
      const listed = ['button', 'fieldset', 'input', 'object', 'output', 'select', 'textarea'];
      return this[STATE].elements ??= internals.formControls(() => [...internals.elementsIn(dom.rootOf(this))]
        .filter((e) => listed.includes(e.localName) && e.type !== 'image' && formOwner(e) === this));
    }
    get length() { return this.elements.length; }

    // Nothing is sent anywhere: a page's own handler is all there is to a submission.
    submit() {}
    requestSubmit(submitter = null) {
      if (!this.noValidate && !submitter?.hasAttribute('formnovalidate') && !this.reportValidity()) return;
      internals.fire(this, 'submit', { Class: globals.SubmitEvent, submitter, bubbles: true, cancelable: true });
    }

    reset() {
      if (!internals.fire(this, 'reset', { bubbles: true, cancelable: true })) return;
      for (const control of this.elements) {
        const state = control[STATE];
        if (control.localName === 'input') Object.assign(state, { value: null, checked: null, files: null });
        else if (control.localName === 'textarea') state.value = null;
        else if (control.localName === 'select') resetSelect(control);
      }
    }

    checkValidity() { return [...this.elements].every((control) => control.checkValidity?.() ?? true); }
    reportValidity() { return this.checkValidity(); }
    get relList() { return internals.tokenList(this, 'rel'); }
  }
  reflect(HTMLFormElement, {
    name: 'string', method: { kind: 'string', missing: 'get' }, target: 'string', enctype: 'string', encoding: { kind: 'string', name: 'enctype' },
    autocomplete: 'string', noValidate: 'boolean', acceptCharset: { kind: 'string', name: 'accept-charset' }, action: 'url',
  });
  defineElement(HTMLFormElement, 'form');

  class HTMLButtonElement extends globals.HTMLElement {
    get type() {
      const type = (attributes.get(this, 'type') ?? '').toLowerCase();
      return ['reset', 'button'].includes(type) ? type : 'submit';
    }
    set type(value) { attributes.set(this, 'type', String(value)); }
    get form() { return formOwner(this); }
    get labels() { return labelsOf(this); }

    [ACTIVATE]() {
      if (internals.isDisabled(this)) return;
      if (this.type === 'submit') this.form?.requestSubmit(this);
      else if (this.type === 'reset') this.form?.reset();
    }
  }
  reflect(HTMLButtonElement, { name: 'string', value: 'string', disabled: 'boolean', formAction: 'url', formMethod: 'string' });
  defineElement(HTMLButtonElement, 'button');

  class HTMLLabelElement extends globals.HTMLElement {
    get control() {
      const id = attributes.get(this, 'for');
      if (id === null) return [...internals.elementsIn(this)].find(labelable) ?? null;
      const found = [...internals.elementsIn(dom.rootOf(this))].find((e) => e.id === id);
      return found && labelable(found) ? found : null;
    }
    get form() { return this.control?.form ?? null; }

    // Dispatch looks for the innermost activation behaviour, so a click on the control itself never comes here.
    [ACTIVATE](event) {
      const { control } = this;
      if (!control || control.contains(event.target) || event.target.closest('a[href], button, input, select, textarea')) return;
      control.focus();
      control.click();
    }
  }
  reflect(HTMLLabelElement, { htmlFor: { kind: 'string', name: 'for' } });
  defineElement(HTMLLabelElement, 'label');

  class HTMLTextAreaElement extends globals.HTMLElement {
    get type() { return 'textarea'; }
    get value() { return this[STATE].value ?? this.defaultValue.replace(/\r\n?/g, '\n'); }
    set value(value) { this[STATE].value = value === null ? '' : String(value).replace(/\r\n?/g, '\n'); }
    get defaultValue() { return this.textContent; }
    set defaultValue(value) { this.textContent = value; }
    get textLength() { return this.value.length; }
    get form() { return formOwner(this); }
    get labels() { return labelsOf(this); }
    select() { this.setSelectionRange(0, this.value.length); }
    get selectionStart() { return this[STATE].selection?.[0] ?? 0; }
    set selectionStart(value) { this.setSelectionRange(value, this.selectionEnd); }
    get selectionEnd() { return this[STATE].selection?.[1] ?? 0; }
    set selectionEnd(value) { this.setSelectionRange(this.selectionStart, value); }
    setSelectionRange(start, end) { this[STATE].selection = [start >>> 0, end >>> 0]; }
  }
  reflect(HTMLTextAreaElement, {
    name: 'string', placeholder: 'string', disabled: 'boolean', readOnly: 'boolean', required: 'boolean', wrap: 'string',
    rows: { kind: 'integer', missing: 2 }, cols: { kind: 'integer', missing: 20 }, maxLength: { kind: 'integer', missing: -1 },
    minLength: { kind: 'integer', missing: -1 }, autocomplete: 'string',
  });
  defineElement(HTMLTextAreaElement, 'textarea');

  class HTMLOptionElement extends globals.HTMLElement {
    get value() { return attributes.get(this, 'value') ?? this.text; }
    set value(value) { attributes.set(this, 'value', String(value)); }
    get text() { return this.textContent.trim().replace(/\s+/g, ' '); }
    set text(value) { this.textContent = value; }
    get label() { return attributes.get(this, 'label') || this.text; }
    set label(value) { attributes.set(this, 'label', String(value)); }
    get index() { return selectOf(this)?.[STATE] ? optionsOf(selectOf(this)).indexOf(this) : 0; }
    get form() { return selectOf(this)?.form ?? null; }
    get selected() {
      const select = selectOf(this);
      if (!select) return isMarked(this);
      return select.multiple ? isMarked(this) : chosen(select) === this;
    }
    set selected(value) {
      const select = selectOf(this);
      if (select && !select.multiple && value) for (const option of optionsOf(select)) option[STATE].selected = false;
      this[STATE].selected = Boolean(value);
    }
  }
  reflect(HTMLOptionElement, { disabled: 'boolean', defaultSelected: { kind: 'boolean', name: 'selected' } });
  defineElement(HTMLOptionElement, 'option');

  const isMarked = (option) => option[STATE].selected ?? option[STATE].attributes.has('selected');
  const selectOf = (option) => {
    const { parent } = option[STATE];
    if (parent?.localName === 'select') return parent;
    return parent?.localName === 'optgroup' && parent.parentNode?.localName === 'select' ? parent.parentNode : null;
  };
  const optionsOf = (select) => [...internals.elementsIn(select)].filter((e) => e.localName === 'option');

  // The last marked option; a drop-down without one shows its first option that is not disabled.
  function chosen(select) {
    const options = optionsOf(select);
    const marked = options.findLast(isMarked);
    if (marked || select.size > 1 || select[STATE].cleared) return marked ?? null;
    return options.find((option) => !internals.isDisabled(option)) ?? null;
  }

  function resetSelect(select) {
    select[STATE].cleared = false;
    for (const option of optionsOf(select)) option[STATE].selected = undefined;
  }

  class HTMLSelectElement extends globals.HTMLElement {
    get type() { return this.multiple ? 'select-multiple' : 'select-one'; }
    get options() { return this[STATE].options ??= internals.options(() => optionsOf(this), this); }
    get selectedOptions() { return this[STATE].selectedOptions ??= internals.liveHtmlCollection(() => optionsOf(this).filter((o) => o.selected)); }
    get length() { return optionsOf(this).length; }
    set length(value) {
      for (const option of optionsOf(this).slice(value)) option.remove();
      while (this.length < value) this.append(this[STATE].document.createElement('option'));
    }
    get selectedIndex() {
      const options = optionsOf(this);
      return this.multiple ? options.findIndex(isMarked) : options.indexOf(chosen(this));
    }
    set selectedIndex(index) { choose(this, optionsOf(this)[index] ?? null); }
    get value() { return (this.multiple ? optionsOf(this).find(isMarked) : chosen(this))?.value ?? ''; }
    set value(value) { choose(this, optionsOf(this).find((option) => option.value === String(value)) ?? null); }
    get form() { return formOwner(this); }
    get labels() { return labelsOf(this); }
    item(index) { return this.options.item(index); }
    namedItem(name) { return this.options.namedItem(name); }
    add(option, before = null) {
      const reference = typeof before === 'number' ? optionsOf(this)[before] ?? null : before;
      dom.insert(option, reference?.parentNode ?? this, reference);
    }
    remove(index) {
      if (arguments.length === 0) super.remove();
      else optionsOf(this)[index]?.remove();
    }
  }
  reflect(HTMLSelectElement, {
    name: 'string', disabled: 'boolean', multiple: 'boolean', required: 'boolean', size: 'integer', autocomplete: 'string',
  });
  defineElement(HTMLSelectElement, 'select');

  function choose(select, option) {
    for (const other of optionsOf(select)) other[STATE].selected = other === option;
    select[STATE].cleared = option === null;
  }

  class HTMLOptGroupElement extends globals.HTMLElement {}
  reflect(HTMLOptGroupElement, { label: 'string', disabled: 'boolean' });
  defineElement(HTMLOptGroupElement, 'optgroup');

  class HTMLFieldSetElement extends globals.HTMLElement {
    get type() { return 'fieldset'; }
    get form() { return formOwner(this); }
    get elements() { return internals.descendantCollection(this, (e) => e.form !== undefined && e.localName !== 'label'); }
  }
  reflect(HTMLFieldSetElement, { name: 'string', disabled: 'boolean' });
  defineElement(HTMLFieldSetElement, 'fieldset');

  class HTMLOutputElement extends globals.HTMLElement {
    get type() { return 'output'; }
    get value() { return this.textContent; }
    set value(value) { this.textContent = value; }
    get form() { return formOwner(this); }
    get labels() { return labelsOf(this); }
  }
  reflect(HTMLOutputElement, { name: 'string', htmlFor: { kind: 'string', name: 'for' } });
  defineElement(HTMLOutputElement, 'output');
})
