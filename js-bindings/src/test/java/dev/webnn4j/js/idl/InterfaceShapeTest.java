package dev.webnn4j.js.idl;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What idlharness looks at. */
class InterfaceShapeTest {
  private final Script script = new Script();

  @AfterEach
  void close() {
    script.close();
  }

  @Test
  void interfacesAreGlobalsThatAreNotEnumerated() {
    script.check(
        """
        ML true false true 0 ML [object ML] true
        MLContext true false true 0 MLContext [object MLContext] true
        MLTensor true false true 0 MLTensor [object MLTensor] true
        MLGraph true false true 0 MLGraph [object MLGraph] true
        MLOperand true false true 0 MLOperand [object MLOperand] true
        MLGraphBuilder true false true 1 MLGraphBuilder [object MLGraphBuilder] true
        """,
        """
        for (const name of ['ML', 'MLContext', 'MLTensor', 'MLGraph', 'MLOperand', 'MLGraphBuilder']) {
          const { value, writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(globalThis, name);
          log(name, writable, enumerable, configurable, value.length, value.name,
            Object.prototype.toString.call(value.prototype), value.prototype.constructor === value);
        }
        """);
  }

  @Test
  void onlyBuildersCanBeConstructed() {
    script.check(
        """
        TypeError: Illegal constructor
        TypeError: Illegal constructor
        TypeError: Illegal constructor
        TypeError: Illegal constructor
        TypeError: Illegal constructor
        true [object MLGraphBuilder] true
        """,
        """
        for (const C of [ML, MLContext, MLTensor, MLGraph, MLOperand]) log(thrown(() => new C()));
        log(builder instanceof MLGraphBuilder, String(builder), thrown(() => MLGraphBuilder(context)).startsWith('TypeError'));
        """);
  }

  @Test
  void aBuilderNeedsAContext() {
    script.check(
        """
        TypeError: Failed to execute constructor 'MLGraphBuilder': 1 argument required, but only 0 present.
        TypeError: MLGraphBuilder: context is not an MLContext
        TypeError: MLGraphBuilder: context is not an MLContext
        """,
        """
        log(thrown(() => new MLGraphBuilder()));
        log(thrown(() => new MLGraphBuilder(undefined)));
        log(thrown(() => new MLGraphBuilder(Object.create(MLContext.prototype))));
        """);
  }

  @Test
  void membersAreEnumerableAndHaveTheLengthsOfTheSpecification() {
    script.check(
        """
        ML createContext/0
        MLContext accelerated:get createConstantTensor/2 createTensor/1 destroy/0 dispatch/3 lost:get opSupportLimits/0 readTensor/1 writeTensor/2
        MLTensor constant:get dataType:get destroy/0 readable:get shape:get writable:get
        MLGraph destroy/0
        MLOperand dataType:get shape:get
        """,
        """
        for (const C of [ML, MLContext, MLTensor, MLGraph, MLOperand]) {
          const members = Object.keys(C.prototype).sort().map((key) => {
            const { value, get, set } = Object.getOwnPropertyDescriptor(C.prototype, key);
            return get ? `${key}:${get.name.replace(` ${key}`, '')}${set ? ':set' : ''}` : `${key}/${value.length}`;
          });
          log(C.name, members.join(' '));
        }
        """);
    script.check(
        "input/2 constant/1 build/1",
        "log(['input', 'constant', 'build'].map((k) => k + '/' +"
            + " MLGraphBuilder.prototype[k].length).join(' '))");
  }

  @Test
  void navigatorMlIsAnAccessorThatGivesTheSameObject() {
    script.check(
        """
        true true function undefined true get ml
        [object ML] [object Navigator]
        TypeError: Illegal invocation
        false
        """,
        """
        const { get, set, enumerable } = Object.getOwnPropertyDescriptor(Navigator.prototype, 'ml');
        log(navigator.ml === navigator.ml, navigator instanceof Navigator, typeof get, typeof set, enumerable, get.name);
        log(String(navigator.ml), String(navigator));
        log(thrown(() => Navigator.prototype.ml));
        log(Object.hasOwn(navigator, 'ml'));
        """);
  }

  @Test
  void promisesRejectAndOtherMembersThrowOnAWrongThis() {
    script.check(
        """
        createContext TypeError
        createTensor TypeError
        createConstantTensor TypeError
        readTensor TypeError
        build TypeError
        lost TypeError
        dispatch TypeError
        writeTensor TypeError
        opSupportLimits TypeError
        destroy TypeError
        accelerated TypeError
        shape TypeError
        relu TypeError
        """,
        """
        const kind = (text) => text.split(':')[0];
        const get = (C, name) => Object.getOwnPropertyDescriptor(C.prototype, name).get;
        log('createContext', kind(await rejected(() => ML.prototype.createContext.call({}))));
        for (const name of ['createTensor', 'createConstantTensor', 'readTensor']) {
          log(name, kind(await rejected(() => MLContext.prototype[name].call(navigator.ml))));
        }
        log('build', kind(await rejected(() => MLGraphBuilder.prototype.build.call(undefined))));
        log('lost', kind(await rejected(() => get(MLContext, 'lost').call({}))));
        for (const name of ['dispatch', 'writeTensor', 'opSupportLimits', 'destroy']) {
          log(name, kind(thrown(() => MLContext.prototype[name].call({}))));
        }
        log('accelerated', kind(thrown(() => get(MLContext, 'accelerated').call({}))));
        log('shape', kind(thrown(() => get(MLOperand, 'shape').call(context))));
        log('relu', kind(thrown(() => MLGraphBuilder.prototype.relu.call(null))));
        """);
  }

  @Test
  void shapesAreFrozenAndTheSameObject() {
    script.check(
        "true true 2,3 float32\ntrue true 4",
        """
        const operand = builder.input('x', f32(2, 3));
        log(operand.shape === operand.shape, Object.isFrozen(operand.shape), operand.shape, operand.dataType);
        const tensor = await context.createTensor(f32(4));
        log(tensor.shape === tensor.shape, Object.isFrozen(tensor.shape), tensor.shape);
        """);
  }
}
