// TextEncoder, TextDecoder, atob and btoa.
(function (host, globals, internals) {
  'use strict';
  const { defineInterface, fromHost, viewOf, encodeUtf8, decode } = internals;

  class TextEncoder {
    get encoding() { return 'utf-8'; }
    encode(input = '') { return encodeUtf8(input); }

    encodeInto(source, destination) {
      let read = 0;
      let written = 0;
      for (const character of internals.usv(source)) {
        const bytes = encodeUtf8(character);
        if (written + bytes.length > destination.length) break;
        destination.set(bytes, written);
        written += bytes.length;
        read += character.length;
      }
      return { read, written };
    }
  }
  defineInterface(TextEncoder);

  const labels = {
    'utf-8': ['utf-8', 'utf8', 'unicode-1-1-utf-8', 'unicode11utf8', 'unicode20utf8', 'x-unicode20utf8'],
    'utf-16le': ['utf-16le', 'utf-16', 'ucs-2', 'unicode', 'csunicode', 'iso-10646-ucs-2', 'unicodefeff'],
    'utf-16be': ['utf-16be', 'unicodefffe'],
    'windows-1252': ['windows-1252', 'latin1', 'iso-8859-1', 'ascii', 'us-ascii', 'l1', 'cp1252', 'x-cp1252', 'iso8859-1'],
  };
  const encodingOf = (label) => Object.keys(labels).find((name) => labels[name].includes(label.trim().toLowerCase()));

  class TextDecoder {
    #encoding;
    #fatal;
    #ignoreBOM;
    #pending = new Uint8Array(0);
    #started = false;

    constructor(label = 'utf-8', { fatal = false, ignoreBOM = false } = {}) {
      this.#encoding = encodingOf(String(label));
      if (!this.#encoding) throw new RangeError(`The encoding label provided ('${label}') is invalid.`);
      this.#fatal = Boolean(fatal);
      this.#ignoreBOM = Boolean(ignoreBOM);
    }

    get encoding() { return this.#encoding; }
    get fatal() { return this.#fatal; }
    get ignoreBOM() { return this.#ignoreBOM; }

    decode(input = new Uint8Array(0), { stream = false } = {}) {
      let view = viewOf(input, "Failed to execute 'decode' on 'TextDecoder': parameter 1");
      if (this.#pending.length > 0) {
        const joined = new Uint8Array(this.#pending.length + view.length);
        joined.set(this.#pending);
        joined.set(view, this.#pending.length);
        view = joined;
      }
      const complete = stream ? completeLength(this.#encoding, view) : view.length;
      this.#pending = view.slice(complete);
      const keepBom = this.#ignoreBOM || this.#started;
      const text = decode(this.#encoding, view.subarray(0, complete), this.#fatal, keepBom);
      this.#started = stream && (this.#started || complete > 0);
      if (text === null) throw new TypeError('The encoded data was not valid.');
      return text;
    }
  }
  defineInterface(TextDecoder, { length: 0 });

  // How many bytes hold whole characters.
  function completeLength(encoding, view) {
    const { length } = view;
    if (encoding.startsWith('utf-16')) return length - (length % 2);
    if (encoding !== 'utf-8') return length;
    for (let back = 1; back <= Math.min(3, length); back++) {
      const byte = view[length - back];
      if ((byte & 0xc0) === 0x80) continue;
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
      return needed > back ? length - back : length;
    }
    return length;
  }

  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const invalid = (message) => new globals.DOMException(message, 'InvalidCharacterError');

  internals.defineGlobal('btoa', function btoa(data) {
    internals.requireArguments(arguments.length, 1, "'btoa' on 'Window'");
    const text = String(data);
    let out = '';
    for (let i = 0; i < text.length; i += 3) {
      const codes = [text.charCodeAt(i), text.charCodeAt(i + 1), text.charCodeAt(i + 2)];
      if (codes.some((code) => code > 255)) {
        throw invalid("Failed to execute 'btoa' on 'Window': The string contains characters outside of the Latin1 range.");
      }
      const bits = (codes[0] << 16) | (codes[1] << 8) | codes[2];
      const digits = Math.min(4, text.length - i + 1);
      for (let d = 0; d < 4; d++) out += d < digits ? alphabet[(bits >> (18 - 6 * d)) & 63] : '=';
    }
    return out;
  });

  internals.defineGlobal('atob', function atob(data) {
    internals.requireArguments(arguments.length, 1, "'atob' on 'Window'");
    let text = String(data).replace(/[\t\n\f\r ]/g, '');
    if (text.length % 4 === 0) text = text.replace(/==?$/, '');
    if (text.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(text)) {
      throw invalid("Failed to execute 'atob' on 'Window': The string to be decoded is not correctly encoded.");
    }
    const parts = [];
    let bits = 0;
    let count = 0;
    for (const digit of text) {
      bits = ((bits << 6) | alphabet.indexOf(digit)) & 0xffffff;
      count += 6;
      if (count < 8) continue;
      count -= 8;
      parts.push(String.fromCharCode((bits >> count) & 255));
    }
    return parts.join('');
  });
})
