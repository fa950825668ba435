// From text to nodes and back: innerHTML, outerHTML, DOMParser, XMLSerializer, cloning.
(function (host, globals, internals) {
  'use strict';
  const { KEY, STATE, NAMESPACE, dom, defineInterface } = internals;

  const VOID = new Set(['area', 'base', 'basefont', 'bgsound', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'keygen',
    'link', 'meta', 'param', 'source', 'track', 'wbr']);
  const RAW = new Set(['style', 'script', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext', 'noscript']);
  const NAMESPACES = { h: NAMESPACE.HTML, s: NAMESPACE.SVG, m: NAMESPACE.MATHML };

  // Java parses and describes the tree in JSON, which takes one call: a string is a text, an array
  // [name, namespace, attributes, children, line] an element, an object a comment, a doctype and so on.
  function build(described, document, parent) {
    for (const item of described) {
      if (typeof item === 'string') dom.append(parent, document.createTextNode(item));
      else if (Array.isArray(item)) buildElement(item, document, parent);
      else if ('comment' in item) dom.append(parent, document.createComment(item.comment));
      else if ('cdata' in item) dom.append(parent, internals.newCData(document, item.cdata));
      else if ('target' in item) dom.append(parent, internals.newInstruction(document, item.target, item.data));
      else dom.append(parent, internals.newDoctype(document, item.doctype, item.publicId, item.systemId));
    }
  }

  function buildElement([name, space, attributes, children, line], document, parent) {
    const namespace = NAMESPACES[space] ?? (space === '' ? null : space);
    const html = space === 'h';
    const [prefix, local] = html ? [null, name] : internals.attributes.split(name);
    const element = internals.newElement(document, namespace, prefix, local);
    for (let i = 0; i < attributes.length; i += 2) {
      const attribute = attributes[i];
      internals.attributes.set(element, attribute, attributes[i + 1], html ? null : attributeNamespace(attribute));
    }
    if (line !== undefined) element[STATE].line = line;
    dom.append(parent, element);
    build(children, document, element[STATE].content ?? element);
    internals.hooksAfterParsing?.(element);
  }

  function attributeNamespace(name) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) return NAMESPACE.XMLNS;
    if (name.startsWith('xlink:')) return NAMESPACE.XLINK;
    if (name.startsWith('xml:')) return NAMESPACE.XML;
    return null;
  }

  function parseFragment(markup, context) {
    const document = context[STATE].document;
    const fragment = document.createDocumentFragment();
    if (markup === '') return fragment;
    if (!/[<&\r\0]/.test(markup)) {
      dom.append(fragment, document.createTextNode(markup));
      return fragment;
    }
    const described = document[STATE].html ? host.parseHtmlFragment(markup, context.localName) : wellFormed(markup);
    build(JSON.parse(described), document, fragment);
    // Scripts that come in as markup never run.
    for (const element of internals.elementsIn(fragment)) {
      if (element.localName === 'script') element[STATE].started = true;
    }
    return fragment;
  }

  function wellFormed(markup) {
    const text = host.parseXml(`<r>${markup}</r>`);
    if (text.startsWith('!')) throw dom.domError(text.slice(1), 'SyntaxError');
    return JSON.stringify(JSON.parse(text)[0][3]);
  }

  const escapeText = (text) => text.replace(/&/g, '&amp;').replace(/\u00A0/g, '&nbsp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const escapeAttribute = (text) => text.replace(/&/g, '&amp;').replace(/\u00A0/g, '&nbsp;').replace(/"/g, '&quot;')
    .replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const escapeXml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const escapeXmlAttribute = (text) => escapeXml(text).replace(/"/g, '&quot;').replace(/\t/g, '&#9;').replace(/\n/g, '&#10;');

  function htmlOf(node) {
    const state = node[STATE];
    switch (state.type) {
      case 1: return elementHtml(node, state);
      case 3: {
        const parent = state.parent;
        return parent && parent[STATE].type === 1 && internals.isHtmlElement(parent) && RAW.has(parent[STATE].local)
          ? state.data : escapeText(state.data);
      }
      case 4: return `<![CDATA[${state.data}]]>`;
      case 7: return `<?${state.name} ${state.data}>`;
      case 8: return `<!--${state.data}-->`;
      case 10: return `<!DOCTYPE ${state.name}>`;
      default: return innerHtml(node);
    }
  }

  function innerHtml(node) {
    let text = '';
    for (let at = (node[STATE].content ?? node)[STATE].first; at; at = at[STATE].next) text += htmlOf(at);
    return text;
  }

  function elementHtml(node, state) {
    const name = state.prefix ? `${state.prefix}:${state.local}` : state.local;
    let text = `<${name}`;
    for (const { name: attribute, value } of state.attributes.values()) text += ` ${attribute}="${escapeAttribute(value)}"`;
    text += '>';
    if (state.namespace === NAMESPACE.HTML && VOID.has(state.local)) return text;
    return `${text}${innerHtml(node)}</${name}>`;
  }

  function xmlOf(node, inherited = null) {
    const state = node[STATE];
    switch (state.type) {
      case 1: return elementXml(node, state, inherited);
      case 3: return escapeXml(state.data);
      case 4: return `<![CDATA[${state.data}]]>`;
      case 7: return `<?${state.name} ${state.data}?>`;
      case 8: return `<!--${state.data}-->`;
      case 10: return `<!DOCTYPE ${state.name}>`;
      case 2: return escapeXmlAttribute(node.value);
      default: return innerXml(node, inherited);
    }
  }

  function innerXml(node, inherited) {
    let text = '';
    for (let at = node[STATE].first; at; at = at[STATE].next) text += xmlOf(at, inherited);
    return text;
  }

  function elementXml(node, state, inherited) {
    const name = state.prefix ? `${state.prefix}:${state.local}` : state.local;
    const declaration = state.prefix ? `xmlns:${state.prefix}` : 'xmlns';
    let text = `<${name}`;
    if ((state.namespace ?? '') !== (inherited ?? '') && !state.attributes.has(declaration)) {
      text += ` ${declaration}="${escapeXmlAttribute(state.namespace ?? '')}"`;
    }
    for (const { name: attribute, value } of state.attributes.values()) text += ` ${attribute}="${escapeXmlAttribute(value)}"`;
    const inner = innerXml(node, state.prefix ? inherited : state.namespace);
    if (inner === '' && (state.namespace !== NAMESPACE.HTML || VOID.has(state.local))) return `${text}${state.namespace === NAMESPACE.HTML ? ' ' : ''}/>`;
    return `${text}>${inner}</${name}>`;
  }

  function cloneNode(node, deep, document) {
    const copy = shallowCopy(node, document);
    if (!deep) return copy;
    for (const child of dom.childrenOf(node)) dom.append(copy, cloneNode(child, true, document));
    if (node[STATE].content) {
      for (const child of dom.childrenOf(node[STATE].content)) dom.append(copy[STATE].content, cloneNode(child, true, document));
    }
    internals.hooksAfterCloning?.(copy, node);
    return copy;
  }

  function shallowCopy(node, document) {
    const state = node[STATE];
    switch (state.type) {
      case 1: {
        const copy = internals.newElement(document, state.namespace, state.prefix, state.local);
        for (const { name, value, namespace } of state.attributes.values()) internals.attributes.set(copy, name, value, namespace);
        if (state.started) copy[STATE].started = true;
        return copy;
      }
      case 2: return internals.attributes.node({ ...state.stored, element: null, node: null }, document);
      case 3: return document.createTextNode(state.data);
      case 4: return internals.newCData(document, state.data);
      case 7: return internals.newInstruction(document, state.name, state.data);
      case 8: return document.createComment(state.data);
      case 9: return internals.newDocument(state.html, { url: state.url, contentType: state.contentType });
      case 10: return internals.newDoctype(document, state.name, state.publicId, state.systemId);
      default: return document.createDocumentFragment();
    }
  }

  class DOMParser {
    parseFromString(text, type) {
      internals.requireArguments(arguments.length, 2, "'parseFromString' on 'DOMParser'");
      if (type === 'text/html') return internals.parseDocument(String(text));
      if (!/^(text|application)\/xml$|^application\/xhtml\+xml$|^image\/svg\+xml$/.test(type)) {
        throw new TypeError(`The provided value '${type}' is not a valid enum value of type SupportedType.`);
      }
      const document = internals.newDocument(false, { contentType: type });
      const described = host.parseXml(String(text));
      const failed = described.startsWith('!');
      build(failed ? [['parsererror', 'http://www.mozilla.org/newlayout/xml/parsererror.xml', [], [described.slice(1)]]]
        : JSON.parse(described), document, document);
      internals.indexIds(document);
      return document;
    }
  }
  defineInterface(DOMParser);

  class XMLSerializer {
    serializeToString(node) { return xmlOf(node); }
  }
  defineInterface(XMLSerializer);

  Object.assign(internals, {
    parseFragment, cloneNode,
    buildTree: build,
    serializeInner: (node) => (internals.isHtmlElement(node) || node[STATE].document[STATE].html ? innerHtml(node) : innerXml(node, node.namespaceURI)),
    serializeOuter: (node) => (node[STATE].document[STATE].html ? htmlOf(node) : xmlOf(node)),
    serializeHtml: htmlOf,
    serializeXml: xmlOf,
    newCData: (document, data) => new globals.CDATASection(KEY, document, data),
    newInstruction: (document, target, data) => new globals.ProcessingInstruction(KEY, document, target, data),
    newDoctype: (document, name, publicId = '', systemId = '') => new globals.DocumentType(KEY, document, name, publicId, systemId),
  });
})
