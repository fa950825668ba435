// Text, Comment and the other nodes that hold characters; DocumentType and DocumentFragment.
(function (host, globals, internals) {
  'use strict';
  const { KEY, STATE, dom, requireKey, defineInterface, nodeMixins } = internals;

  // Set while the tree is built from within; a page's `new Text('…')` has no key.
  const given = (value) => (value === null || value === undefined ? '' : String(value));

  class CharacterData extends globals.Node {
    constructor(key, type, document, data, name) {
      requireKey(key);
      super(key, type, document);
      this[STATE].data = data;
      this[STATE].name = name;
    }

    get data() { return this[STATE].data; }
    set data(value) {
      const old = this[STATE].data;
      this[STATE].data = value === null ? '' : String(value);
      dom.changed();
      dom.hooks.characterData?.(this, old);
    }

    get length() { return this[STATE].data.length; }
    get nodeValue() { return this[STATE].data; }
    set nodeValue(value) { this.data = given(value); }
    get textContent() { return this[STATE].data; }
    set textContent(value) { this.data = given(value); }

    substringData(offset, count) { return this.data.slice(checked(this, offset), offset + count); }
    appendData(data) { this.data += data; }
    insertData(offset, data) { this.replaceData(offset, 0, data); }
    deleteData(offset, count) { this.replaceData(offset, count, ''); }
    replaceData(offset, count, data) {
      const start = checked(this, offset);
      this.data = this.data.slice(0, start) + data + this.data.slice(start + count);
    }
  }
  defineInterface(CharacterData, { length: 0 });
  nodeMixins.mixin(CharacterData, nodeMixins.childNode);
  nodeMixins.mixin(CharacterData, nodeMixins.siblings);

  function checked(node, offset) {
    if (offset < 0 || offset > node.length) throw dom.domError(`The offset ${offset} is beyond the text.`, 'IndexSizeError');
    return offset;
  }

  // Pages may construct these two: the key is ours to add.
  class Text extends CharacterData {
    constructor(data = '', type = 3, document = globals.document, name = '#text') {
      super(KEY, type, document, String(data), name);
    }

    get wholeText() {
      let first = this;
      while (first[STATE].previous?.[STATE].type === 3) first = first[STATE].previous;
      let text = '';
      for (let at = first; at && at[STATE].type === 3; at = at[STATE].next) text += at.data;
      return text;
    }

    splitText(offset) {
      const rest = new Text(this.data.slice(checked(this, offset)), 3, this[STATE].document);
      if (this[STATE].parent) dom.insert(rest, this[STATE].parent, this[STATE].next);
      this.data = this.data.slice(0, offset);
      return rest;
    }
  }
  defineInterface(Text, { length: 0 });

  class CDATASection extends Text {
    constructor(key, document, data) {
      requireKey(key);
      super(data, 4, document, '#cdata-section');
    }
  }
  defineInterface(CDATASection, { length: 0 });

  class Comment extends CharacterData {
    constructor(data = '', document = globals.document) {
      super(KEY, 8, document, String(data), '#comment');
    }
  }
  defineInterface(Comment, { length: 0 });

  class ProcessingInstruction extends CharacterData {
    constructor(key, document, target, data) {
      requireKey(key);
      super(key, 7, document, data, target);
    }
    get target() { return this[STATE].name; }
  }
  defineInterface(ProcessingInstruction, { length: 0 });

  class DocumentType extends globals.Node {
    constructor(key, document, name, publicId, systemId) {
      requireKey(key);
      super(key, 10, document);
      Object.assign(this[STATE], { name, publicId, systemId });
    }
    get name() { return this[STATE].name; }
    get publicId() { return this[STATE].publicId; }
    get systemId() { return this[STATE].systemId; }
  }
  defineInterface(DocumentType, { length: 0 });
  nodeMixins.mixin(DocumentType, nodeMixins.childNode);

  class DocumentFragment extends globals.Node {
    constructor(document = globals.document) {
      super(KEY, 11, document);
      this[STATE].name = '#document-fragment';
    }
    getElementById(id) {
      for (const element of internals.elementsIn(this)) if (element.id === String(id)) return element;
      return null;
    }
  }
  defineInterface(DocumentFragment, { length: 0 });
  nodeMixins.mixin(DocumentFragment, nodeMixins.parentNode);
})
