// Selectors, https://drafts.csswg.org/selectors-4/: parsed once, matched right to left.
//
// What is not understood is a SyntaxError, so that jQuery falls back to its own engine.
(function (host, globals, internals) {
  'use strict';
  const { dom } = internals;
  const parsed = new Map();

  const syntaxError = (text) => dom.domError(`'${text}' is not a valid selector.`, 'SyntaxError');

  const IDENT = /(?:--|-?(?:[A-Za-z_\u0080-\uFFFF]|\\[^\n]))(?:[\w-]|[\u0080-\uFFFF]|\\[0-9A-Fa-f]{1,6}\s?|\\[^\n])*/y;
  const NAME = /(?:[\w-]|[\u0080-\uFFFF]|\\[0-9A-Fa-f]{1,6}\s?|\\[^\n])+/y;
  const SPACE = /[ \t\r\n\f]*/y;
  const STRING = /"((?:[^"\\\n]|\\[^])*)"|'((?:[^'\\\n]|\\[^])*)'/y;
  const OPERATOR = /[~|^$*]?=/y;
  const NTH = /\s*(?:(even|odd)|([+-]?\d*)n\s*(?:([+-])\s*(\d+))?|([+-]?\d+))\s*/iy;

  const unescape = (text) => text.replace(/\\(?:([0-9A-Fa-f]{1,6})\s?|([^]))/g,
    (_, code, char) => (code ? String.fromCodePoint(parseInt(code, 16) || 0xFFFD) : char));

  // A parser over one text; `at` moves.
  class Reader {
    constructor(text) {
      this.text = text;
      this.at = 0;
    }

    get done() { return this.at >= this.text.length; }
    peek() { return this.text[this.at]; }
    fail() { throw syntaxError(this.text); }

    take(pattern) {
      pattern.lastIndex = this.at;
      const match = pattern.exec(this.text);
      if (match) this.at = pattern.lastIndex;
      return match;
    }

    space() { return this.take(SPACE)[0].length > 0; }
    ident() { return unescape((this.take(IDENT) ?? this.fail())[0]); }
    expect(char) {
      if (this.peek() !== char) this.fail();
      this.at++;
    }

    list(relative = false) {
      const selectors = [];
      do {
        this.space();
        selectors.push(this.complex(relative));
        this.space();
      } while (this.peek() === ',' && ++this.at);
      return selectors;
    }

    // Compounds with the combinator that leads to each: { combinator, tests }.
    complex(relative) {
      const steps = [];
      let combinator = ' ';
      if (relative && '>+~'.includes(this.peek())) {
        combinator = this.text[this.at++];
        this.space();
      }
      for (;;) {
        steps.push({ combinator, tests: this.compound() });
        const spaced = this.space();
        const next = this.peek();
        if (this.done || next === ',' || next === ')') return steps;
        if ('>+~'.includes(next)) {
          combinator = next;
          this.at++;
          this.space();
        } else if (spaced) {
          combinator = ' ';
        } else {
          this.fail();
        }
      }
    }

    compound() {
      const tests = [];
      const start = this.at;
      if (this.peek() === '*' && this.text[this.at + 1] !== '|') this.at++;
      else this.type(tests);
      for (;;) {
        const char = this.peek();
        if (char === '#') {
          this.at++;
          const id = unescape((this.take(NAME) ?? this.fail())[0]);
          tests.push({ kind: 'id', id, test: (e) => e.getAttribute('id') === id });
        } else if (char === '.') {
          this.at++;
          const name = [this.ident()];
          tests.push({ kind: 'class', test: (e) => internals.hasClasses(e, name) });
        } else if (char === '[') {
          tests.push({ kind: 'attribute', test: this.attribute() });
        } else if (char === ':') {
          tests.push({ kind: 'pseudo', test: this.pseudo() });
        } else {
          break;
        }
      }
      if (this.at === start) this.fail();
      return tests;
    }

    type(tests) {
      if (this.text.startsWith('*|', this.at)) this.at += 2;
      if (this.peek() === '*') {
        this.at++;
        return;
      }
      const match = this.take(IDENT);
      if (!match) return;
      if (this.peek() === '|') this.fail(); // no name spaces are declared here
      const name = unescape(match[0]);
      const lower = name.toLowerCase();
      tests.push({ kind: 'type', test: (e) => e.localName === (internals.isHtmlElement(e) ? lower : name) });
    }

    attribute() {
      this.expect('[');
      this.space();
      if (this.text.startsWith('*|', this.at)) this.at += 2;
      const name = this.ident();
      this.space();
      if (this.peek() === ']') {
        this.at++;
        return (e) => e.hasAttribute(name);
      }
      const operator = (this.take(OPERATOR) ?? this.fail())[0];
      this.space();
      const string = this.take(STRING);
      const value = string ? unescape(string[1] ?? string[2]) : this.ident();
      this.space();
      let insensitive = name.toLowerCase() === 'type';
      if (/[iIsS]/.test(this.peek() ?? '')) {
        insensitive = this.text[this.at++].toLowerCase() === 'i';
        this.space();
      }
      this.expect(']');
      return attributeTest(name, operator, value, insensitive);
    }

    pseudo() {
      this.expect(':');
      if (this.peek() === ':') {
        this.at++;
        this.ident();
        return () => false; // a pseudo-element is no element
      }
      const name = this.ident().toLowerCase();
      if (this.peek() !== '(') return internals.pseudoClasses[name] ?? this.fail();
      this.at++;
      const test = this.functional(name);
      this.space();
      this.expect(')');
      return test;
    }

    functional(name) {
      switch (name) {
        case 'not': {
          const list = this.list();
          return (e, scope) => !matchesAny(e, list, scope);
        }
        case 'is': case 'where': case 'matches': case '-webkit-any': {
          const list = this.list();
          return (e, scope) => matchesAny(e, list, scope);
        }
        case 'has': {
          const list = this.list(true);
          return (e) => list.some((selector) => hasRelative(e, selector));
        }
        case 'lang': {
          const language = this.ident().toLowerCase();
          return (e) => {
            const found = e.closest('[lang]')?.getAttribute('lang').toLowerCase() ?? '';
            return found === language || found.startsWith(`${language}-`);
          };
        }
        default: return internals.nthPseudo(name, this.nth()) ?? this.fail();
      }
    }

    // { step, offset } of an+b
    nth() {
      const [, word, a, sign, b, number] = this.take(NTH) ?? this.fail();
      if (word) return { step: 2, offset: word.toLowerCase() === 'odd' ? 1 : 0 };
      if (number !== undefined) return { step: 0, offset: Number(number) };
      const step = a === '' || a === '+' ? 1 : a === '-' ? -1 : Number(a);
      return { step, offset: b === undefined ? 0 : Number(sign + b) };
    }
  }

  function attributeTest(name, operator, value, insensitive) {
    const fold = (text) => (insensitive ? text.toLowerCase() : text);
    const wanted = fold(value);
    const holds = {
      '=': (have) => have === wanted,
      '~=': (have) => wanted !== '' && !/\s/.test(wanted) && have.split(/\s+/).includes(wanted),
      '|=': (have) => have === wanted || have.startsWith(`${wanted}-`),
      '^=': (have) => wanted !== '' && have.startsWith(wanted),
      '$=': (have) => wanted !== '' && have.endsWith(wanted),
      '*=': (have) => wanted !== '' && have.includes(wanted),
    }[operator];
    return (element) => {
      const have = element.getAttribute(name);
      return have !== null && holds(fold(have));
    };
  }

  function parse(text) {
    let list = parsed.get(text);
    if (list) return list;
    const reader = new Reader(text);
    list = reader.list();
    if (!reader.done) reader.fail();
    parsed.set(text, list);
    return list;
  }

  const compoundMatches = (element, tests, scope) => tests.every(({ test }) => test(element, scope));

  const matchesAny = (element, list, scope) => list.some((steps) => complexMatches(element, steps, steps.length - 1, scope));

  function complexMatches(element, steps, index, scope) {
    if (!compoundMatches(element, steps[index].tests, scope)) return false;
    if (index === 0) return true;
    switch (steps[index].combinator) {
      case '>': {
        const parent = element.parentElement;
        return parent !== null && complexMatches(parent, steps, index - 1, scope);
      }
      case '+': {
        const previous = element.previousElementSibling;
        return previous !== null && complexMatches(previous, steps, index - 1, scope);
      }
      case '~':
        for (let at = element.previousElementSibling; at; at = at.previousElementSibling) {
          if (complexMatches(at, steps, index - 1, scope)) return true;
        }
        return false;
      default:
        for (let at = element.parentElement; at; at = at.parentElement) {
          if (complexMatches(at, steps, index - 1, scope)) return true;
        }
        return false;
    }
  }

  // `:has(> a b)`: whether something below or after the anchor matches, counted from the anchor.
  function hasRelative(anchor, steps) {
    const [first, ...rest] = steps;
    const anchored = [{ combinator: ' ', tests: [{ test: (e) => e === anchor }] }, first, ...rest];
    const after = '+~'.includes(first.combinator);
    for (let top = after ? anchor.nextElementSibling : anchor; top; top = after ? top.nextElementSibling : null) {
      if (after && complexMatches(top, anchored, anchored.length - 1)) return true;
      for (const e of internals.elementsIn(top)) if (complexMatches(e, anchored, anchored.length - 1)) return true;
    }
    return false;
  }

  function select(root, text, onlyFirst) {
    const list = parse(text);
    const scope = internals.isElement(root) ? root : null;
    const found = [];
    for (const element of internals.elementsIn(root)) {
      if (!matchesAny(element, list, scope)) continue;
      found.push(element);
      if (onlyFirst) break;
    }
    return found;
  }

  Object.assign(internals, {
    select,
    matches: (element, text, scope = element) => matchesAny(element, parse(text), scope),
  });
})
