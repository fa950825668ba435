// The pseudo-classes that selectors know: structure, form state and links.
(function (host, globals, internals) {
  'use strict';
  const { STATE } = internals;

  const sameType = (a, b) => a.localName === b.localName && a.namespaceURI === b.namespaceURI;

  function position(element, backwards, ofType) {
    let count = 1;
    const step = backwards ? 'nextElementSibling' : 'previousElementSibling';
    for (let at = element[step]; at; at = at[step]) if (!ofType || sameType(at, element)) count++;
    return count;
  }

  const first = (ofType) => (e) => e.parentNode !== null && position(e, false, ofType) === 1;
  const last = (ofType) => (e) => e.parentNode !== null && position(e, true, ofType) === 1;
  const both = (a, b) => (e) => a(e) && b(e);

  const disableable = ['button', 'input', 'select', 'textarea', 'optgroup', 'option', 'fieldset'];
  const canBeDisabled = (e) => internals.isHtmlElement(e) && disableable.includes(e.localName);

  // https://html.spec.whatwg.org/multipage/semantics-other.html#concept-element-disabled
  function isDisabled(element) {
    if (!canBeDisabled(element)) return false;
    if (element.hasAttribute('disabled')) return true;
    if (element.localName === 'option') return element.parentElement?.matches('optgroup[disabled]') ?? false;
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (at.localName !== 'fieldset' || !at.hasAttribute('disabled')) continue;
      const legend = [...at.children].find((child) => child.localName === 'legend');
      if (!legend?.contains(element)) return true;
    }
    return false;
  }

  const isInput = (e, ...types) => e.localName === 'input' && types.includes(e.type);
  const isLink = (e) => (e.localName === 'a' || e.localName === 'area') && e.hasAttribute('href');
  const isEmpty = (e) => {
    for (let at = e[STATE].first; at; at = at[STATE].next) {
      if (internals.isElement(at) || at[STATE].data?.length > 0 && at[STATE].type !== 8) return false;
    }
    return true;
  };
  const requirable = (e) => ['input', 'select', 'textarea'].includes(e.localName);
  const writable = (e) => (e.localName === 'textarea' || isInput(e, 'text', 'search', 'url', 'tel', 'email', 'password', 'number',
    'date', 'time')) && !e.hasAttribute('readonly') && !isDisabled(e) || e.isContentEditable === true;
  const never = () => false;

  internals.pseudoClasses = Object.assign(Object.create(null), {
    root: (e) => e.parentNode !== null && e.parentNode.nodeType === 9,
    scope: (e, scope) => (scope ? e === scope : e.parentNode?.nodeType === 9),
    empty: isEmpty,
    'first-child': first(false), 'last-child': last(false), 'only-child': both(first(false), last(false)),
    'first-of-type': first(true), 'last-of-type': last(true), 'only-of-type': both(first(true), last(true)),
    checked: (e) => (isInput(e, 'checkbox', 'radio') ? e.checked : e.localName === 'option' && e.selected),
    indeterminate: (e) => isInput(e, 'checkbox') && e.indeterminate,
    disabled: isDisabled,
    enabled: (e) => canBeDisabled(e) && !isDisabled(e),
    required: (e) => requirable(e) && e.hasAttribute('required'),
    optional: (e) => requirable(e) && !e.hasAttribute('required'),
    'read-write': writable,
    'read-only': (e) => !writable(e),
    'placeholder-shown': (e) => e.hasAttribute('placeholder') && e.value === '',
    default: (e) => e.matches('input[checked], option[selected]'),
    valid: (e) => e.checkValidity?.() ?? false,
    invalid: (e) => e.checkValidity !== undefined && !e.checkValidity(),
    link: isLink, 'any-link': isLink,
    focus: (e) => e.ownerDocument.activeElement === e && e.localName !== 'body',
    'focus-within': (e) => e.contains(e.ownerDocument.activeElement) && e.ownerDocument.activeElement.localName !== 'body',
    'focus-visible': (e) => e.ownerDocument.activeElement === e && e.localName !== 'body',
    defined: () => true,
    target: never, visited: never, hover: never, active: never, fullscreen: never,
  });

  function nth(backwards, ofType) {
    return ({ step, offset }) => (e) => {
      if (e.parentNode === null) return false;
      const distance = position(e, backwards, ofType) - offset;
      return step === 0 ? distance === 0 : distance % step === 0 && distance / step >= 0;
    };
  }

  const functions = {
    'nth-child': nth(false, false), 'nth-last-child': nth(true, false),
    'nth-of-type': nth(false, true), 'nth-last-of-type': nth(true, true),
  };
  internals.nthPseudo = (name, formula) => (Object.hasOwn(functions, name) ? functions[name](formula) : undefined);
  internals.isDisabled = isDisabled;
})
