// URL and URLSearchParams, https://url.spec.whatwg.org/#api
(function (host, globals, internals) {
  'use strict';
  const { urls, usv, defineInterface, encodeUtf8, decodeUtf8 } = internals;

  function formEncode(text) {
    let out = '';
    for (const byte of encodeUtf8(text)) {
      const character = String.fromCharCode(byte);
      if (/[A-Za-z0-9*\-._]/.test(character)) out += character;
      else if (byte === 0x20) out += '+';
      else out += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    }
    return out;
  }
  const formDecode = (text) => decodeUtf8(urls.percentDecode(text.replaceAll('+', ' ')));

  function parseForm(text) {
    return text.split('&').filter((part) => part !== '').map((part) => {
      const equals = part.indexOf('=');
      return equals < 0 ? [formDecode(part), ''] : [formDecode(part.slice(0, equals)), formDecode(part.slice(equals + 1))];
    });
  }

  let attach;
  let reload;

  class URLSearchParams {
    #list = [];
    #url = null;

    static {
      attach = (params, url) => { params.#url = url; };
      reload = (params, query) => { params.#list = parseForm(query ?? ''); };
    }

    constructor(init = '') {
      if (typeof init === 'object' && init !== null || typeof init === 'function') {
        if (typeof init[Symbol.iterator] === 'function') {
          for (const pair of init) {
            const values = [...pair];
            if (values.length !== 2) {
              throw new TypeError("Failed to construct 'URLSearchParams': Sequence initializer must only contain pair elements");
            }
            this.#list.push(values.map(usv));
          }
        } else {
          for (const key of Reflect.ownKeys(init)) this.#list.push([usv(key), usv(init[key])]);
        }
      } else {
        this.#list = parseForm(usv(init).replace(/^\?/, ''));
      }
    }

    #update() { this.#url?.(this.toString()); }

    get size() { return this.#list.length; }
    append(name, value) {
      internals.requireArguments(arguments.length, 2, "'append' on 'URLSearchParams'");
      this.#list.push([usv(name), usv(value)]);
      this.#update();
    }
    delete(name, value) {
      const matches = ([n, v]) => n === usv(name) && (value === undefined || v === usv(value));
      this.#list = this.#list.filter((pair) => !matches(pair));
      this.#update();
    }
    get(name) { return this.#list.find(([n]) => n === usv(name))?.[1] ?? null; }
    getAll(name) { return this.#list.filter(([n]) => n === usv(name)).map(([, value]) => value); }
    has(name, value) { return this.#list.some(([n, v]) => n === usv(name) && (value === undefined || v === usv(value))); }
    set(name, value) {
      internals.requireArguments(arguments.length, 2, "'set' on 'URLSearchParams'");
      const first = this.#list.find(([n]) => n === usv(name));
      if (first) {
        first[1] = usv(value);
        this.#list = this.#list.filter((pair) => pair === first || pair[0] !== usv(name));
      } else {
        this.#list.push([usv(name), usv(value)]);
      }
      this.#update();
    }
    sort() {
      this.#list.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      this.#update();
    }
    forEach(callback, thisArg) {
      for (const [name, value] of this) callback.call(thisArg, value, name, this);
    }
    toString() { return this.#list.map(([name, value]) => `${formEncode(name)}=${formEncode(value)}`).join('&'); }
    * entries() { for (let i = 0; i < this.#list.length; i++) yield [...this.#list[i]]; }
    * keys() { for (const [name] of this.entries()) yield name; }
    * values() { for (const [, value] of this.entries()) yield value; }
  }
  Object.defineProperty(URLSearchParams.prototype, Symbol.iterator, {
    value: URLSearchParams.prototype.entries, writable: true, configurable: true,
  });
  defineInterface(URLSearchParams, { length: 0 });

  function parseOrThrow(url, base) {
    const baseRecord = base === undefined ? null : urls.parse(String(base));
    const record = base !== undefined && !baseRecord ? null : urls.parse(String(url), baseRecord);
    if (!record) {
      const error = new TypeError(`Failed to construct 'URL': Invalid ${base !== undefined && !baseRecord ? 'base URL' : 'URL'}`);
      throw Object.assign(error, { input: String(url) });
    }
    return record;
  }

  class URL {
    #record;
    #params = new URLSearchParams();

    constructor(url, base) {
      internals.requireArguments(arguments.length, 1, "constructor 'URL'");
      this.#record = parseOrThrow(url, base);
      reload(this.#params, this.#record.query);
      attach(this.#params, (query) => { this.#record.query = query === '' ? null : query; });
    }

    static canParse(url, base) {
      try {
        return Boolean(parseOrThrow(url, base));
      } catch {
        return false;
      }
    }

    static parse(url, base) { return URL.canParse(url, base) ? new URL(url, base) : null; }

    get href() { return urls.serialize(this.#record); }
    set href(value) {
      this.#record = parseOrThrow(value);
      reload(this.#params, this.#record.query);
    }
    get origin() { return urls.origin(this.#record); }
    get protocol() { return this.#record.scheme; }
    set protocol(value) {
      const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):?/.exec(String(value))?.[1].toLowerCase();
      if (!scheme || urls.isSpecial(`${scheme}:`) !== urls.isSpecial(this.#record.scheme)) return;
      this.#record.scheme = `${scheme}:`;
      urls.setPort(this.#record, this.#record.port);
    }
    get username() { return this.#record.username; }
    set username(value) { if (this.#record.host) this.#record.username = urls.percentEncode(value, urls.userinfoSet); }
    get password() { return this.#record.password; }
    set password(value) { if (this.#record.host) this.#record.password = urls.percentEncode(value, urls.userinfoSet); }
    get host() { return (this.#record.host ?? '') + (this.#record.port ? `:${this.#record.port}` : ''); }
    set host(value) {
      const [, name, port] = /^(\[[^\]]*\]|[^:/?#\\]*)(?::(\d+))?/.exec(String(value));
      this.hostname = name;
      if (port !== undefined) this.port = port;
    }
    get hostname() { return this.#record.host ?? ''; }
    set hostname(value) {
      if (typeof this.#record.path === 'string') return;
      const parsed = urls.parseHost(String(value), urls.isSpecial(this.#record.scheme));
      if (parsed !== null) this.#record.host = parsed;
    }
    get port() { return this.#record.port; }
    set port(value) {
      const digits = String(value) === '' ? '' : /^\d+/.exec(String(value))?.[0];
      if (this.#record.host && this.#record.scheme !== 'file:' && digits !== undefined) urls.setPort(this.#record, digits);
    }
    get pathname() { return urls.serializePath(this.#record); }
    set pathname(value) {
      if (typeof this.#record.path === 'string') return;
      this.#record.path = [];
      const { query } = this.#record;
      urls.parsePathAndQuery(this.#record, String(value).replaceAll('?', '%3F').replaceAll('#', '%23'));
      this.#record.query = query;
    }
    get search() { return this.#record.query ? `?${this.#record.query}` : ''; }
    set search(value) {
      const text = String(value).replace(/^\?/, '');
      this.#record.query = text === '' ? null : urls.encodeQuery(text, urls.isSpecial(this.#record.scheme));
      reload(this.#params, this.#record.query);
    }
    get searchParams() { return this.#params; }
    get hash() { return this.#record.fragment ? `#${this.#record.fragment}` : ''; }
    set hash(value) {
      const text = String(value).replace(/^#/, '');
      this.#record.fragment = text === '' ? null : urls.percentEncode(text, urls.fragmentSet);
    }
    toString() { return this.href; }
    toJSON() { return this.href; }
  }
  defineInterface(URL, { length: 1, aliases: ['webkitURL'] });
})
