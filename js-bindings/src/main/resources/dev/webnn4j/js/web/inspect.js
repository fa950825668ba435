// Values as a console shows them.
(function (host, globals, internals) {
  'use strict';
  const MOST_ITEMS = 100;
  const WIDTH = 76;
  const identifier = /^[A-Za-z_$][\w$]*$/;

  function quote(text) {
    const mark = !text.includes("'") ? "'" : !text.includes('"') ? '"' : !text.includes('`') ? '`' : "'";
    const escaped = JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"');
    return mark + escaped.replaceAll(mark, `\\${mark}`) + mark;
  }

  function className(value) {
    const prototype = Object.getPrototypeOf(value);
    if (prototype === null) return '[Object: null prototype]';
    const { constructor } = prototype;
    return typeof constructor === 'function' && constructor.name ? constructor.name : 'Object';
  }

  const keyText = (key) => (typeof key === 'symbol' ? `[${String(key)}]` : identifier.test(key) ? key : quote(key));

  function inspect(value, { depth = 2, compact = false } = {}) {
    const above = [];

    function show(item, level) {
      switch (typeof item) {
        case 'string': return quote(item);
        case 'bigint': return `${item}n`;
        case 'number': return Object.is(item, -0) ? '-0' : String(item);
        case 'function': return showFunction(item);
        case 'object': return item === null ? 'null' : showObject(item, level);
        default: return String(item);
      }
    }

    function showFunction(item) {
      if (/^class\b/.test(Function.prototype.toString.call(item))) return `[class ${item.name || '(anonymous)'}]`;
      return item.name ? `[Function: ${item.name}]` : '[Function (anonymous)]';
    }

    function showObject(item, level) {
      if (above.includes(item)) return '[Circular]';
      if (item instanceof Error) return showError(item);
      if (item instanceof Date) return Number.isNaN(item.getTime()) ? 'Invalid Date' : item.toISOString();
      if (item instanceof RegExp) return String(item);
      if (item === globals) return '[object Window]';
      if (typeof item.nodeType === 'number') return showNode(item);
      const name = className(item);
      if (level > depth) return Array.isArray(item) ? '[Array]' : `[${name}]`;
      above.push(item);
      try {
        return showMembers(item, name, level);
      } finally {
        above.pop();
      }
    }

    function showMembers(item, name, level) {
      if (Array.isArray(item)) {
        return wrap(name === 'Array' ? '' : `${name}(${item.length})`, '[', ']', [...elements(item, level), ...extras(item, level)], level);
      }
      if (ArrayBuffer.isView(item) && !(item instanceof DataView)) {
        return wrap(`${name}(${item.length})`, '[', ']', elements(item, level), level);
      }
      if (item instanceof ArrayBuffer) return `ArrayBuffer { byteLength: ${item.byteLength} }`;
      if (item instanceof Map) {
        const entries = [...item].map(([key, v]) => `${show(key, level + 1)} => ${show(v, level + 1)}`);
        return wrap(`Map(${item.size})`, '{', '}', entries, level);
      }
      if (item instanceof Set) return wrap(`Set(${item.size})`, '{', '}', [...item].map((v) => show(v, level + 1)), level);
      if (item instanceof globals.Headers || item instanceof globals.URLSearchParams) {
        const entries = [...item].map(([key, v]) => `${keyText(key)}: ${show(v, level + 1)}`);
        return wrap(name, '{', '}', entries, level);
      }
      if (item instanceof Promise) return 'Promise {}';
      if (item instanceof Number || item instanceof String || item instanceof Boolean) {
        return `[${name}: ${show(item.valueOf(), level)}]`;
      }
      return wrap(name === 'Object' ? '' : name, '{', '}', properties(item, level), level);
    }

    function elements(item, level) {
      const shown = Array.from({ length: Math.min(item.length, MOST_ITEMS) }, (_, i) =>
        (i in item ? show(item[i], level + 1) : '<empty>'));
      const left = item.length - shown.length;
      if (left > 0) shown.push(`... ${left} more item${left > 1 ? 's' : ''}`);
      return shown;
    }

    const extras = (array, level) => Object.keys(array)
      .filter((key) => !/^\d+$/.test(key))
      .map((key) => `${keyText(key)}: ${show(array[key], level + 1)}`);

    function properties(item, level) {
      const own = Reflect.ownKeys(item).filter((key) => Object.getOwnPropertyDescriptor(item, key)?.enumerable);
      return own.map((key) => property(item, key, Object.getOwnPropertyDescriptor(item, key), level))
        .concat(attributes(item, own, level));
    }

    // A platform object keeps its attributes on its interface; they lead to each other, so one level must do.
    function attributes(item, own, level) {
      if (level > 0) return [];
      const prototype = Object.getPrototypeOf(item);
      if (prototype === null || !Object.hasOwn(prototype, Symbol.toStringTag)) return [];
      return Object.entries(Object.getOwnPropertyDescriptors(prototype))
        .filter(([key, { get, enumerable }]) => get && enumerable && !own.includes(key))
        .slice(0, 20)
        .map(([key]) => {
          try {
            return `${keyText(key)}: ${show(item[key], level + 1)}`;
          } catch {
            return `${keyText(key)}: [unreadable]`;
          }
        });
    }

    function property(item, key, descriptor, level) {
      if (descriptor.get) return `${keyText(key)}: ${descriptor.set ? '[Getter/Setter]' : '[Getter]'}`;
      return `${keyText(key)}: ${show(descriptor.value, level + 1)}`;
    }

    function wrap(prefix, open, close, parts, level) {
      const head = prefix ? `${prefix} ` : '';
      if (parts.length === 0) return `${head}${open}${close}`;
      const line = `${head}${open} ${parts.join(', ')} ${close}`;
      if (compact || (line.length + level * 2 <= WIDTH && !line.includes('\n'))) return line;
      const indent = '  '.repeat(level + 1);
      return `${head}${open}\n${indent}${parts.join(`,\n${indent}`)}\n${'  '.repeat(level)}${close}`;
    }

    return show(value, 0);
  }

  function showNode(node) {
    if (node.nodeType !== 1) return String(node.nodeName);
    const shown = ['id', 'class', 'src', 'type', 'name'].filter((name) => node.hasAttribute?.(name));
    return `<${node.localName}${shown.map((name) => ` ${name}="${node.getAttribute(name)}"`).join('')}>`;
  }

  function showError(error) {
    const own = `${error.name}: ${error.message}`;
    const { stack } = error;
    const text = typeof stack === 'string' && stack.length > 0 ? stack : own;
    return error.cause === undefined ? text : `${text}\n  [cause]: ${inspect(error.cause)}`;
  }

  // What console.log prints: a format string and its values, then everything else.
  function format(given) {
    let rest = [...given];
    let text = '';
    if (typeof rest[0] === 'string') {
      const [pattern] = rest.splice(0, 1);
      text = pattern.replace(/%([sdifoOc%])/g, (whole, kind) => {
        if (kind === '%') return given.length > 1 ? '%' : whole;
        if (rest.length === 0) return whole;
        return formatOne(kind, rest.shift());
      });
      if (rest.length === 0) return text;
      text += ' ';
    }
    return text + rest.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' ');
  }

  function formatOne(kind, value) {
    switch (kind) {
      case 's': return typeof value === 'object' && value !== null ? inspect(value, { depth: 0, compact: true }) : String(value);
      case 'd': return typeof value === 'bigint' ? `${value}n` : String(typeof value === 'symbol' ? NaN : Number(value));
      case 'i': return typeof value === 'bigint' ? `${value}n` : String(typeof value === 'symbol' ? NaN : Number.parseInt(value, 10));
      case 'f': return String(typeof value === 'symbol' ? NaN : Number.parseFloat(value));
      case 'c': return '';
      default: return inspect(value, { depth: 4 });
    }
  }

  // One line for something that was thrown.
  function describe(thrown) {
    try {
      if (thrown instanceof Error) return String(thrown);
      return typeof thrown === 'string' ? thrown : inspect(thrown, { depth: 1, compact: true });
    } catch {
      return 'an object that cannot be shown';
    }
  }

  // The lines of the stack that it brings along; null for the engine's own errors, whose frames the host has.
  function framesOf(thrown) {
    try {
      if (thrown instanceof Error && !(thrown instanceof globals.DOMException)) return null;
      return String(thrown?.stack ?? '').split('\n').filter((line) => /^\s*at /.test(line)).join('\n');
    } catch {
      return '';
    }
  }

  Object.assign(internals, { inspect, format, describe, framesOf });
})
