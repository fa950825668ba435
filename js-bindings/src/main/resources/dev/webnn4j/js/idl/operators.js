// The operators' methods of MLGraphBuilder, made from the signatures of the catalogue.
(function (host, globals, internals) {
  'use strict';
  const { webnn } = internals;
  const { parse } = globals.JSON;
  const { TypeError } = globals;
  const { defineProperty } = globals.Object;

  // The conversion of a parameter or option; `call` collects what it gives.
  function reader({ name, kind, index, type }, method) {
    const what = `${method}: ${name}`;
    switch (kind) {
      case 'label': return (value, call) => { call.label = webnn.toUSVString(value); };
      case 'operand': return (value, call) => { call.operands[index] = webnn.operandOf(value, what); };
      case 'operands':
        return (value, call) => { call.operands[index] = webnn.toSequence(value, what, webnn.operandOf); };
      default: {
        const convert = webnn.converter(type);
        return (value, call) => { call.attributes[index] = convert(value, what); };
      }
    }
  }

  function optionsReader({ name: method, options }) {
    const members = webnn.copyList(options, (option) => ({ ...option, read: reader(option, method) }));
    return (value, call) => {
      const dictionary = webnn.toDictionary(value, `${method}: options`);
      for (let i = 0; i < members.length; i++) {
        const { name, formerName, required, read } = members[i];
        let given = dictionary[name];
        if (given === undefined && formerName !== undefined) given = dictionary[formerName];
        if (given !== undefined) read(given, call);
        else if (required) throw new TypeError(`${method}: the option ${name} is required`);
      }
    };
  }

  function define(signature) {
    const { name, length, needed, parameters, givesList } = signature;
    const readers = webnn.copyList(parameters, (parameter) => reader(parameter, name));
    const readOptions = optionsReader(signature);
    const on = `'${name}' on 'MLGraphBuilder'`;
    const { [name]: method } = {
      [name](...given) {
        const builder = webnn.builderOf(this);
        webnn.requireArguments(given.length, needed, on);
        const call = { operands: [], attributes: [], label: '' };
        let at = 0;
        for (let i = 0; i < readers.length; i++) {
          const value = given[at];
          // What earlier specifications did not have: where it is left out, the options come last all the same.
          if (parameters[i].lenient && at === given.length - 1 && webnn.isObject(value)) continue;
          at += 1;
          if (parameters[i].lenient && value === undefined) continue;
          readers[i](value, call);
        }
        readOptions(given[at], call);
        const results = host.callOperator(builder, name, call.operands, call.attributes, call.label);
        return givesList ? webnn.copyList(results, webnn.newOperand) : webnn.newOperand(results[0]);
      },
    };
    defineProperty(method, 'length', { value: length, configurable: true });
    defineProperty(webnn.builderPrototype, name, { value: method, writable: true, enumerable: true, configurable: true });
  }

  for (const signature of parse(host.signatures)) define(signature);
})
