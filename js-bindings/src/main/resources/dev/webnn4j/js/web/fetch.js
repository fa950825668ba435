// Request, Response and fetch, https://fetch.spec.whatwg.org/
(function (host, globals, internals) {
  'use strict';
  const { Body, adoptBody, extractBody, defineInterface, fromHost } = internals;
  const resolve = (url) => new globals.URL(url, internals.baseUrl()).href;

  class Request extends Body {
    #url;
    #method;
    #headers;
    #signal;
    #options;

    constructor(input, init = {}) {
      internals.requireArguments(arguments.length, 1, "constructor 'Request'");
      const source = input instanceof Request ? input : null;
      const { bytes, type } = init.body === undefined
        ? { bytes: source ? internals.peekBody(source) : null, type: null }
        : extractBody(init.body);
      super(bytes);
      this.#url = source ? source.url : resolve(String(input));
      const method = String(init.method ?? source?.method ?? 'GET');
      this.#method = /^(get|head|post|put|delete|options)$/i.test(method) ? method.toUpperCase() : method;
      if (bytes !== null && /^(GET|HEAD)$/.test(this.#method)) {
        throw new TypeError("Failed to construct 'Request': Request with GET/HEAD method cannot have body.");
      }
      this.#headers = new globals.Headers(init.headers ?? source?.headers);
      if (type && !this.#headers.has('content-type')) this.#headers.set('content-type', type);
      this.#signal = init.signal ?? source?.signal ?? new globals.AbortController().signal;
      this.#options = { mode: 'cors', credentials: 'same-origin', cache: 'default', redirect: 'follow', ...init };
    }

    get url() { return this.#url; }
    get method() { return this.#method; }
    get headers() { return this.#headers; }
    get signal() { return this.#signal; }
    get mode() { return String(this.#options.mode); }
    get credentials() { return String(this.#options.credentials); }
    get cache() { return String(this.#options.cache); }
    get redirect() { return String(this.#options.redirect); }
    get referrer() { return 'about:client'; }
    get destination() { return ''; }
    clone() { return new Request(this); }
  }
  adoptBody(Request);
  defineInterface(Request, { length: 1 });

  const noBody = [101, 103, 204, 205, 304];
  let fetched;

  class Response extends Body {
    #status;
    #statusText;
    #headers;
    #url = '';
    #type = 'default';
    #redirected = false;

    static {
      fetched = (response, url, redirected) => {
        response.#url = url;
        response.#type = 'basic';
        response.#redirected = redirected;
        return response;
      };
    }

    constructor(body = null, { status = 200, statusText = '', headers } = {}) {
      const { bytes, type } = extractBody(body);
      super(bytes);
      if (!Number.isInteger(Number(status)) || status < 200 || status > 599) {
        throw new RangeError(`Failed to construct 'Response': The status provided (${status}) is outside the range [200, 599].`);
      }
      if (bytes !== null && noBody.includes(Number(status))) {
        throw new TypeError("Failed to construct 'Response': Response with null body status cannot have body");
      }
      this.#status = Number(status);
      this.#statusText = String(statusText);
      this.#headers = new globals.Headers(headers);
      if (type && !this.#headers.has('content-type')) this.#headers.set('content-type', type);
    }

    static error() {
      const response = new Response();
      response.#type = 'error';
      response.#status = 0;
      return response;
    }
    static redirect(url, status = 302) { return new Response(null, { status, headers: { location: resolve(url) } }); }
    static json(data, init = {}) {
      const response = new Response(JSON.stringify(data), init);
      if (!new globals.Headers(init.headers).has('content-type')) response.headers.set('content-type', 'application/json');
      return response;
    }

    get type() { return this.#type; }
    get url() { return this.#url; }
    get redirected() { return this.#redirected; }
    get status() { return this.#status; }
    get ok() { return this.#status >= 200 && this.#status <= 299; }
    get statusText() { return this.#statusText; }
    get headers() { return this.#headers; }
    clone() {
      const { status, statusText, headers } = this;
      const copy = new Response(internals.peekBody(this), { status, statusText, headers });
      return fetched(copy, this.#url, this.#redirected);
    }
  }
  adoptBody(Response);
  defineInterface(Response, { length: 0 });

  const statusTexts = { 200: 'OK', 403: 'Forbidden', 404: 'Not Found' };

  internals.defineGlobal('fetch', async function fetch(input, init = {}) {
    internals.requireArguments(arguments.length, 1, "'fetch' on 'Window'");
    const request = new Request(input, init ?? {});
    const { signal } = request;
    signal.throwIfAborted();
    const aborted = Promise.withResolvers();
    signal.addEventListener('abort', () => aborted.reject(signal.reason), { once: true });
    const answer = await Promise.race([host.fetch(request.method, request.url), aborted.promise]);
    if (answer.error !== null) throw new TypeError('Failed to fetch', { cause: answer.error });
    const status = answer.status < 200 ? 200 : answer.status;
    const response = new Response(noBody.includes(status) ? null : fromHost(answer.body), {
      status,
      statusText: statusTexts[status] ?? '',
      headers: internals.headersOf(answer),
    });
    return fetched(response, answer.url, answer.url !== request.url.replace(/#.*$/, ''));
  });

  internals.headersOf = (answer) => Object.entries(JSON.parse(answer.headers));
})
