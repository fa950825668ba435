// XMLHttpRequest, https://xhr.spec.whatwg.org/
(function (host, globals, internals) {
  'use strict';
  const { defineInterface, defineEventHandlers, fire, fromHost, decodeUtf8 } = internals;
  const events = ['loadstart', 'progress', 'abort', 'error', 'load', 'timeout', 'loadend'];
  const constants = { UNSENT: 0, OPENED: 1, HEADERS_RECEIVED: 2, LOADING: 3, DONE: 4 };
  const invalidState = (message) => new globals.DOMException(message, 'InvalidStateError');

  class XMLHttpRequestEventTarget extends globals.EventTarget {
    constructor(key) {
      internals.requireKey(key);
      super();
    }
  }
  defineEventHandlers(XMLHttpRequestEventTarget.prototype, events);
  defineInterface(XMLHttpRequestEventTarget, { length: 0 });

  class XMLHttpRequestUpload extends XMLHttpRequestEventTarget {}
  defineInterface(XMLHttpRequestUpload, { length: 0 });

  class XMLHttpRequest extends XMLHttpRequestEventTarget {
    #state = constants.UNSENT;
    #method = 'GET';
    #url = '';
    #async = true;
    #sent = null;
    #responseType = '';
    #answer = null;
    #bytes = new Uint8Array(0);
    #response = undefined;
    #overriddenType = null;
    #timeout = 0;
    #upload = new XMLHttpRequestUpload(internals.KEY);
    #withCredentials = false;

    constructor() { super(internals.KEY); }

    get readyState() { return this.#state; }
    get upload() { return this.#upload; }
    get timeout() { return this.#timeout; }
    set timeout(value) { this.#timeout = Number(value); }
    get withCredentials() { return this.#withCredentials; }
    set withCredentials(value) { this.#withCredentials = Boolean(value); }
    get status() { return this.#answer?.status ?? 0; }
    get statusText() { return { 200: 'OK', 404: 'Not Found' }[this.status] ?? ''; }
    get responseURL() { return this.#answer?.url ?? ''; }

    open(method, url, async = true) {
      internals.requireArguments(arguments.length, 2, "'open' on 'XMLHttpRequest'");
      try {
        this.#url = new globals.URL(url, internals.baseUrl()).href;
      } catch {
        throw new globals.DOMException(`Failed to execute 'open' on 'XMLHttpRequest': Invalid URL`, 'SyntaxError');
      }
      this.#method = String(method).toUpperCase();
      this.#async = Boolean(async);
      this.#sent = null;
      this.#reset();
      this.#change(constants.OPENED);
    }

    setRequestHeader(name, value) {
      internals.requireArguments(arguments.length, 2, "'setRequestHeader' on 'XMLHttpRequest'");
      if (this.#state !== constants.OPENED || this.#sent) throw invalidState("The object's state must be OPENED.");
      new globals.Headers([[name, value]]);
    }

    overrideMimeType(mime) { this.#overriddenType = String(mime); }

    get responseType() { return this.#responseType; }
    set responseType(value) {
      if (this.#state >= constants.LOADING) throw invalidState('The response type cannot be set if the state is LOADING or DONE.');
      if (['', 'arraybuffer', 'blob', 'document', 'json', 'text'].includes(String(value))) this.#responseType = String(value);
    }

    send() {
      if (this.#state !== constants.OPENED || this.#sent) throw invalidState("The object's state must be OPENED.");
      if (!this.#async) {
        this.#sendAndWait();
        return;
      }
      // A token, since open() or abort() may come before the answer.
      const token = this.#sent = {};
      this.#progress('loadstart', 0, 0);
      if (this.#sent !== token) return;
      host.fetch(this.#method, this.#url).then((answer) => { if (this.#sent === token) this.#receive(answer, token); });
      if (this.#timeout > 0) {
        globals.setTimeout(() => { if (this.#sent === token) this.#fail('timeout'); }, this.#timeout);
      }
    }

    #sendAndWait() {
      const answer = host.fetchAndWait(this.#method, this.#url);
      if (answer.error === null) {
        this.#answer = answer;
        this.#bytes = fromHost(answer.body);
      }
      this.#change(constants.DONE);
      if (answer.error !== null) {
        throw new globals.DOMException(`Failed to execute 'send' on 'XMLHttpRequest': Failed to load '${this.#url}'.`, 'NetworkError');
      }
      this.#progress('load', this.#bytes.length, this.#bytes.length);
      this.#progress('loadend', this.#bytes.length, this.#bytes.length);
    }

    #receive(answer, token) {
      if (answer.error !== null) {
        this.#fail('error');
        return;
      }
      this.#answer = answer;
      const bytes = fromHost(answer.body);
      this.#change(constants.HEADERS_RECEIVED);
      if (this.#sent !== token) return;
      this.#bytes = bytes;
      this.#change(constants.LOADING);
      if (this.#sent !== token) return;
      this.#progress('progress', bytes.length, bytes.length);
      if (this.#sent !== token) return;
      this.#sent = null;
      this.#change(constants.DONE);
      this.#progress('load', bytes.length, bytes.length);
      this.#progress('loadend', bytes.length, bytes.length);
    }

    #fail(event) {
      this.#sent = null;
      this.#reset();
      this.#change(constants.DONE);
      this.#progress(event, 0, 0);
      this.#progress('loadend', 0, 0);
    }

    abort() {
      const running = this.#sent !== null;
      this.#sent = null;
      this.#reset();
      if (running) this.#fail('abort');
      if (this.#state === constants.DONE) this.#state = constants.UNSENT;
    }

    #reset() {
      this.#answer = null;
      this.#bytes = new Uint8Array(0);
      this.#response = undefined;
    }
    #change(state) {
      this.#state = state;
      fire(this, 'readystatechange');
    }
    #progress(type, loaded, total) {
      fire(this, type, { Class: globals.ProgressEvent, lengthComputable: total > 0, loaded, total });
    }

    getResponseHeader(name) {
      if (!this.#answer) return null;
      return internals.headersOf(this.#answer).find(([key]) => key === String(name).toLowerCase())?.[1] ?? null;
    }
    getAllResponseHeaders() {
      if (!this.#answer) return '';
      return internals.headersOf(this.#answer).sort().map(([name, value]) => `${name}: ${value}\r\n`).join('');
    }

    get response() {
      if (this.#responseType === '' || this.#responseType === 'text') return this.responseText;
      if (this.#state !== constants.DONE || !this.#answer) return null;
      if (this.#response === undefined) this.#response = this.#convert();
      return this.#response;
    }
    #convert() {
      switch (this.#responseType) {
        case 'arraybuffer': return this.#bytes.buffer;
        case 'blob': return new globals.Blob([this.#bytes], { type: this.#mime() });
        case 'json':
          try {
            return JSON.parse(decodeUtf8(this.#bytes));
          } catch {
            return null;
          }
        default: return this.#parseDocument();
      }
    }
    #mime() { return this.#overriddenType ?? this.getResponseHeader('content-type') ?? 'text/xml'; }
    #parseDocument() {
      if (!globals.DOMParser) return null;
      const type = this.#mime().split(';')[0].trim();
      return new globals.DOMParser().parseFromString(decodeUtf8(this.#bytes), type === 'text/html' ? type : 'text/xml');
    }

    get responseText() {
      if (this.#responseType !== '' && this.#responseType !== 'text') {
        throw invalidState("The value is only accessible if the object's 'responseType' is '' or 'text'.");
      }
      if (this.#state < constants.LOADING) return '';
      const charset = /charset=["']?([^;"']+)/i.exec(this.#mime())?.[1] ?? 'utf-8';
      if (/x-user-defined/i.test(charset)) return binaryString(this.#bytes);
      return new globals.TextDecoder(charset).decode(this.#bytes);
    }

    get responseXML() {
      if (this.#state !== constants.DONE || !this.#answer) return null;
      return /xml/.test(this.#mime()) ? this.#parseDocument() : null;
    }
  }
  defineEventHandlers(XMLHttpRequest.prototype, ['readystatechange']);
  defineInterface(XMLHttpRequest, { length: 0, constants });

  // Bytes above 127 in the private use area, as the x-user-defined encoding has it.
  function binaryString(bytes) {
    const parts = [];
    for (let i = 0; i < bytes.length; i += 4096) {
      const codes = Array.from(bytes.subarray(i, i + 4096), (byte) => (byte < 128 ? byte : 0xf700 + byte));
      parts.push(String.fromCharCode(...codes));
    }
    return parts.join('');
  }
})
