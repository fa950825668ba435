// Tables: rows, cells and the methods that make them.
(function (host, globals, internals) {
  'use strict';
  const { STATE, dom, defineElement, reflect } = internals;

  const child = (element, name) => [...element.children].find((e) => e.localName === name) ?? null;
  const rowsOf = (section) => [...section.children].filter((e) => e.localName === 'tr');

  function insertAt(parent, items, index, element, place = parent) {
    if (index < -1 || index > items.length) throw dom.domError(`There is no place ${index}.`, 'IndexSizeError');
    const before = index === -1 ? null : items[index] ?? null;
    dom.insert(element, before?.parentNode ?? place, before);
    return element;
  }

  function deleteAt(items, index) {
    const item = index === -1 ? items.at(-1) : items[index];
    if (!item && index !== -1) throw dom.domError(`There is nothing at ${index}.`, 'IndexSizeError');
    item?.remove();
  }

  class HTMLTableElement extends globals.HTMLElement {
    get caption() { return child(this, 'caption'); }
    get tHead() { return child(this, 'thead'); }
    get tFoot() { return child(this, 'tfoot'); }
    get tBodies() { return internals.liveHtmlCollection(() => [...this.children].filter((e) => e.localName === 'tbody')); }
    get rows() {
      return this[STATE].rows ??= internals.liveHtmlCollection(() => {
        const of = (name) => [...this.children].filter((e) => e.localName === name).flatMap(rowsOf);
        const body = [...this.children].flatMap((e) => (e.localName === 'tr' ? [e] : e.localName === 'tbody' ? rowsOf(e) : []));
        return [...of('thead'), ...body, ...of('tfoot')];
      });
    }
    createCaption() { return this.caption ?? insertAt(this, [...this.children], 0, this[STATE].document.createElement('caption')); }
    createTHead() { return this.tHead ?? insertAt(this, [], -1, this[STATE].document.createElement('thead')); }
    createTFoot() { return this.tFoot ?? insertAt(this, [], -1, this[STATE].document.createElement('tfoot')); }
    createTBody() { return insertAt(this, [], -1, this[STATE].document.createElement('tbody')); }
    deleteCaption() { this.caption?.remove(); }
    deleteTHead() { this.tHead?.remove(); }
    deleteTFoot() { this.tFoot?.remove(); }
    insertRow(index = -1) {
      const { document } = this[STATE];
      const last = this.rows.length === 0 ? this.tBodies[0] ?? this.createTBody() : this.rows[this.rows.length - 1].parentNode;
      return insertAt(this, [...this.rows], index, document.createElement('tr'), last);
    }
    deleteRow(index) { deleteAt([...this.rows], index); }
  }
  reflect(HTMLTableElement, { align: 'string', border: 'string', width: 'string', cellPadding: 'string', cellSpacing: 'string' });
  defineElement(HTMLTableElement, 'table');

  class HTMLTableSectionElement extends globals.HTMLElement {
    get rows() { return this[STATE].rows ??= internals.liveHtmlCollection(() => rowsOf(this)); }
    insertRow(index = -1) { return insertAt(this, rowsOf(this), index, this[STATE].document.createElement('tr')); }
    deleteRow(index) { deleteAt(rowsOf(this), index); }
  }
  defineElement(HTMLTableSectionElement, 'tbody', 'thead', 'tfoot');

  const cellsOf = (row) => [...row.children].filter((e) => e.localName === 'td' || e.localName === 'th');

  class HTMLTableRowElement extends globals.HTMLElement {
    get cells() { return this[STATE].cells ??= internals.liveHtmlCollection(() => cellsOf(this)); }
    get rowIndex() {
      const table = this.closest('table');
      return table ? [...table.rows].indexOf(this) : -1;
    }
    get sectionRowIndex() { return this.parentElement ? rowsOf(this.parentElement).indexOf(this) : -1; }
    insertCell(index = -1) { return insertAt(this, cellsOf(this), index, this[STATE].document.createElement('td')); }
    deleteCell(index) { deleteAt(cellsOf(this), index); }
  }
  defineElement(HTMLTableRowElement, 'tr');

  internals.nodeMixins.mixin(globals.HTMLTableCellElement, {
    get cellIndex() { return this.parentElement ? cellsOf(this.parentElement).indexOf(this) : -1; },
  });
})
