// The console, https://console.spec.whatwg.org/
(function (host, globals, internals) {
  'use strict';
  const { format, inspect } = internals;
  let indent = '';
  const counts = new Map();
  const timers = new Map();

  function print(level, text) {
    host.console(level, indent ? indent + text.replaceAll('\n', `\n${indent}`) : text);
  }
  const logger = (level) => (...data) => print(level, data.length === 0 ? '' : format(data));

  function elapsed(label) {
    const milliseconds = globals.performance.now() - timers.get(label);
    return milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(3)}s` : `${milliseconds.toFixed(3)}ms`;
  }

  function table(data, columns) {
    if (typeof data !== 'object' || data === null) {
      print('log', format([data]));
      return;
    }
    const rows = data instanceof Map ? [...data] : Object.entries(data);
    const isRecord = (value) => typeof value === 'object' && value !== null;
    const keys = columns ?? [...new Set(rows.flatMap(([, row]) => (isRecord(row) ? Object.keys(row) : [])))];
    const hasValues = rows.some(([, row]) => !isRecord(row));
    const show = (value) => inspect(value, { depth: 0, compact: true });
    const cells = [['(index)', ...keys.map(String), ...(hasValues ? ['Values'] : [])]];
    for (const [index, row] of rows) {
      const values = keys.map((key) => (isRecord(row) && key in row ? show(row[key]) : ''));
      cells.push([String(index), ...values, ...(hasValues ? [isRecord(row) ? '' : show(row)] : [])]);
    }
    const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
    const rule = (left, middle, right) => left + widths.map((width) => '─'.repeat(width + 2)).join(middle) + right;
    const line = (row) => `│ ${row.map((cell, i) => cell.padEnd(widths[i])).join(' │ ')} │`;
    const body = cells.slice(1).map(line);
    print('log', [rule('┌', '┬', '┐'), line(cells[0]), rule('├', '┼', '┤'), ...body, rule('└', '┴', '┘')].join('\n'));
  }

  const console = {
    log: logger('log'),
    info: logger('info'),
    warn: logger('warn'),
    error: logger('error'),
    debug: logger('debug'),
    trace: (...data) => {
      const stack = String(new Error().stack).split('\n').slice(1).join('\n');
      print('log', `Trace${data.length ? `: ${format(data)}` : ''}\n${stack}`);
    },
    assert: (condition, ...data) => {
      if (condition) return;
      const [first, ...rest] = data;
      const text = typeof first === 'string' ? format([`Assertion failed: ${first}`, ...rest]) : format(['Assertion failed', ...data]);
      print('error', text);
    },
    dir: (item, options) => print('log', inspect(item, options ?? {})),
    dirxml: (...data) => print('log', format(data)),
    table,
    group: (...data) => {
      if (data.length > 0) print('log', format(data));
      indent += '  ';
    },
    groupEnd: () => { indent = indent.slice(2); },
    count: (label = 'default') => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      print('log', `${label}: ${counts.get(label)}`);
    },
    countReset: (label = 'default') => { counts.delete(label); },
    time: (label = 'default') => { timers.set(label, globals.performance.now()); },
    timeLog: (label = 'default', ...data) => {
      if (timers.has(label)) print('log', format([`${label}: ${elapsed(label)}`, ...data]));
      else print('warn', `Timer '${label}' does not exist`);
    },
    timeEnd: (label = 'default') => {
      if (timers.has(label)) print('log', `${label}: ${elapsed(label)}`);
      else print('warn', `Timer '${label}' does not exist`);
      timers.delete(label);
    },
    clear: () => undefined,
    profile: () => undefined,
    profileEnd: () => undefined,
    timeStamp: () => undefined,
  };
  console.groupCollapsed = console.group;
  Object.defineProperty(console, Symbol.toStringTag, { value: 'console', configurable: true });
  internals.defineGlobal('console', console);
})
