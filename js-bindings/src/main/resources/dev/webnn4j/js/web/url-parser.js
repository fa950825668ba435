// The URL parser, https://url.spec.whatwg.org/#url-parsing, without its rarest corners (Windows drive letters).
(function (host, globals, internals) {
  'use strict';
  const { usv, encodeUtf8, decodeUtf8 } = internals;

  const defaultPorts = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443', 'ftp:': '21', 'file:': '' };
  const isSpecial = (scheme) => Object.hasOwn(defaultPorts, scheme);

  // What is percent-encoded besides controls and everything beyond ASCII.
  const fragmentSet = ' "<>`';
  const querySet = ' "#<>';
  const specialQuerySet = `${querySet}'`;
  const pathSet = `${querySet}?^\`{}`;
  const userinfoSet = `${pathSet}/:;=@[\\]|`;
  const forbiddenInHost = /[\0\t\n\r #/:<>?@[\\\]^|]/;
  const forbiddenInDomain = /[\0-\x20"#%/:<>?@[\\\]^`{|}\x7f]/;

  function percentEncode(text, set) {
    let out = '';
    for (const character of usv(text)) {
      const code = character.codePointAt(0);
      if (code > 0x1f && code < 0x7f && !set.includes(character)) out += character;
      else for (const byte of encodeUtf8(character)) out += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    }
    return out;
  }

  function percentDecode(text) {
    if (!text.includes('%')) return encodeUtf8(text);
    const bytes = encodeUtf8(text);
    const out = [];
    for (let i = 0; i < bytes.length; i++) {
      const hex = bytes[i] === 0x25 ? String.fromCharCode(bytes[i + 1], bytes[i + 2]) : '';
      if (/^[0-9A-Fa-f]{2}$/.test(hex)) {
        out.push(Number.parseInt(hex, 16));
        i += 2;
      } else {
        out.push(bytes[i]);
      }
    }
    return new Uint8Array(out);
  }

  // A host that ends in a number is an IPv4 address; null if it is a wrong one, undefined if it is none.
  function parseIpv4(text) {
    const parts = text.split('.');
    if (parts.length > 1 && parts.at(-1) === '') parts.pop();
    if (!/^(\d+|0x[0-9a-f]*)$/i.test(parts.at(-1))) return undefined;
    const numbers = parts.map((part) => {
      if (/^0x[0-9a-f]*$/i.test(part)) return Number.parseInt(part.slice(2) || '0', 16);
      if (/^0[0-7]+$/.test(part)) return Number.parseInt(part, 8);
      return /^\d+$/.test(part) ? Number.parseInt(part, 10) : NaN;
    });
    if (numbers.length > 4 || numbers.some(Number.isNaN)) return null;
    const last = numbers.pop();
    if (numbers.some((n) => n > 255) || last >= 256 ** (4 - numbers.length)) return null;
    const address = numbers.reduce((sum, n, i) => sum + n * 256 ** (3 - i), last);
    return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
  }

  function parseIpv6(text) {
    const halves = text.split('::');
    if (halves.length > 2) return null;
    const pieces = (half) => (half ? half.split(':') : []).flatMap((piece) => {
      if (!piece.includes('.')) return [/^[0-9a-f]{1,4}$/i.test(piece) ? Number.parseInt(piece, 16) : NaN];
      const bytes = piece.split('.').map((n) => (/^\d{1,3}$/.test(n) && Number(n) < 256 ? Number(n) : NaN));
      return bytes.length === 4 ? [bytes[0] * 256 + bytes[1], bytes[2] * 256 + bytes[3]] : [NaN];
    });
    const [head, tail = []] = halves.map(pieces);
    const missing = 8 - head.length - tail.length;
    if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
    const all = [...head, ...Array(halves.length === 2 ? missing : 0).fill(0), ...tail];
    if (all.some(Number.isNaN)) return null;
    const text6 = all.map((n) => n.toString(16)).join(':');
    // The longest run of zeros is left out.
    const runs = text6.match(/\b0(:0)+\b/g) ?? [];
    const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
    if (!longest) return `[${text6}]`;
    const at = text6.search(new RegExp(`(^|:)${longest}(:|$)`));
    const before = text6.slice(0, at).replace(/:$/, '');
    const after = text6.slice(at + longest.length + (text6[at] === ':' ? 1 : 0)).replace(/^:/, '');
    return `[${before}::${after}]`;
  }

  // The serialised host, or null.
  function parseHost(text, special) {
    if (text.startsWith('[')) return text.endsWith(']') ? parseIpv6(text.slice(1, -1)) : null;
    if (!special) return forbiddenInHost.test(text) ? null : percentEncode(text, '');
    const ascii = host.domainToAscii(decodeUtf8(percentDecode(text)));
    if (ascii === null || ascii === '' || forbiddenInDomain.test(ascii)) return null;
    const ipv4 = parseIpv4(ascii);
    return ipv4 === undefined ? ascii : ipv4;
  }

  // The record, or null: { scheme, username, password, host, port, path (string if opaque), query, fragment }.
  function parse(input, base = null) {
    const text = usv(input).replace(/^[\0-\x20]+|[\0-\x20]+$/g, '').replace(/[\t\n\r]/g, '');
    const [, beforeFragment, fragment] = /^([^#]*)(?:#([^]*))?$/.exec(text);
    const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/.exec(beforeFragment)?.[0].toLowerCase();
    const record = scheme
      ? parseWithScheme(scheme, beforeFragment.slice(scheme.length), base)
      : parseRelative(beforeFragment, base, fragment !== undefined);
    if (record) record.fragment = fragment === undefined ? null : percentEncode(fragment, fragmentSet);
    return record;
  }

  const emptyRecord = (scheme) =>
    ({ scheme, username: '', password: '', host: null, port: '', path: [], query: null, fragment: null });

  function parseWithScheme(scheme, rest, base) {
    if (!isSpecial(scheme)) {
      if (rest.startsWith('//')) return parseAuthority(emptyRecord(scheme), rest.slice(2));
      if (rest.startsWith('/')) return parsePathAndQuery(emptyRecord(scheme), rest);
      const [, path, query] = /^([^?]*)(?:\?([^]*))?$/.exec(rest);
      return { ...emptyRecord(scheme), path: percentEncode(path, ''), query: encodeQuery(query, false) };
    }
    if (base && base.scheme === scheme && !/^[/\\]/.test(rest)) return parseRelative(rest, base, false);
    if (scheme === 'file:') {
      const file = { ...emptyRecord(scheme), host: '' };
      if (/^[/\\]{2}/.test(rest)) return parseAuthority(file, rest.slice(2));
      return parsePathAndQuery(file, rest);
    }
    return parseAuthority(emptyRecord(scheme), rest.replace(/^[/\\]+/, ''));
  }

  function parseRelative(text, base, hasFragment) {
    if (!base) return null;
    if (typeof base.path === 'string') return text === '' && hasFragment ? { ...base } : null;
    const special = isSpecial(base.scheme);
    const slashes = special ? /^[/\\]{2}/ : /^\/\//;
    if (slashes.test(text)) {
      const rest = text.replace(special ? /^[/\\]+/ : /^\/\//, '');
      return parseAuthority(emptyRecord(base.scheme), rest);
    }
    const record = { ...base, path: [...base.path], fragment: null };
    if (text === '') return record;
    if (text.startsWith('?')) return Object.assign(record, { query: encodeQuery(text.slice(1), special) });
    record.query = null;
    record.path = (special ? /^[/\\]/ : /^\//).test(text) ? [] : base.path.slice(0, -1);
    return parsePathAndQuery(record, text);
  }

  function parseAuthority(record, text) {
    const special = isSpecial(record.scheme);
    const [authority] = (special ? /^[^/\\?]*/ : /^[^/?]*/).exec(text);
    const at = authority.lastIndexOf('@');
    if (at >= 0) {
      const [name, ...password] = authority.slice(0, at).split(':');
      record.username = percentEncode(name, userinfoSet);
      record.password = percentEncode(password.join(':'), userinfoSet);
    }
    const match = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(authority.slice(at + 1));
    if (!match) return null;
    const [, hostText, portText = ''] = match;
    if (hostText === '' && (special ? record.scheme !== 'file:' : at >= 0 || portText)) return null;
    record.host = hostText === '' ? '' : parseHost(hostText, special);
    if (record.host === null || !setPort(record, portText)) return null;
    if (record.scheme === 'file:' && record.host === 'localhost') record.host = '';
    return parsePathAndQuery(record, text.slice(authority.length));
  }

  function setPort(record, text) {
    if (text === '') record.port = '';
    else if (!/^\d+$/.test(text) || Number(text) > 65535) return false;
    else record.port = String(Number(text)) === defaultPorts[record.scheme] ? '' : String(Number(text));
    return true;
  }

  function parsePathAndQuery(record, text) {
    const special = isSpecial(record.scheme);
    const [, path, query] = /^([^?]*)(?:\?([^]*))?$/.exec(text);
    if (query !== undefined) record.query = encodeQuery(query, special);
    if (path === '' && !special) return record;
    const segments = (special ? path.replaceAll('\\', '/') : path).replace(/^\//, '').split('/');
    segments.forEach((segment, i) => {
      const last = i === segments.length - 1;
      const plain = segment.replace(/%2e/gi, '.');
      if (plain === '..') {
        record.path.pop();
        if (last) record.path.push('');
      } else if (plain === '.') {
        if (last) record.path.push('');
      } else {
        record.path.push(percentEncode(segment, pathSet));
      }
    });
    return record;
  }

  function encodeQuery(query, special) {
    return query === undefined ? null : percentEncode(query, special ? specialQuerySet : querySet);
  }

  const serializePath = ({ path }) => (typeof path === 'string' ? path : path.map((segment) => `/${segment}`).join(''));

  function serialize(record, withFragment = true) {
    let out = record.scheme;
    if (record.host !== null) {
      const password = record.password ? `:${record.password}` : '';
      const credentials = record.username || password ? `${record.username}${password}@` : '';
      out += `//${credentials}${record.host}${record.port ? `:${record.port}` : ''}`;
    } else if (typeof record.path !== 'string' && record.path.length > 1 && record.path[0] === '') {
      out += '/.';
    }
    out += serializePath(record);
    if (record.query !== null) out += `?${record.query}`;
    if (withFragment && record.fragment !== null) out += `#${record.fragment}`;
    return out;
  }

  function origin(record) {
    if (record.scheme === 'blob:') {
      const inner = parse(serializePath(record));
      return inner && /^https?:$/.test(inner.scheme) ? origin(inner) : 'null';
    }
    if (!isSpecial(record.scheme) || record.scheme === 'file:') return 'null';
    return `${record.scheme}//${record.host}${record.port ? `:${record.port}` : ''}`;
  }

  internals.urls = {
    parse, serialize, serializePath, origin, isSpecial, parseHost, setPort, percentEncode, percentDecode, encodeQuery,
    parsePathAndQuery, userinfoSet, fragmentSet,
  };
})
