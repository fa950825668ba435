package dev.webnn4j.models.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** What is wrong with a node is said in one sentence that names it. */
class InvalidNodesTest extends GraphFixture {
  private static final String RESULT = "'results': [{'name': 'y'}]}";

  private void refuses(String message, String... nodes) {
    String document = GraphDocument.RIGHT.nodes(nodes).text();
    var error = assertThrows(GraphFormatException.class, () -> read(document));
    assertEquals(file("written.json") + message, error.getMessage());
  }

  private static String relu(String operand, String result) {
    return "{'op': 'relu', 'operands': {'input': '%s'}, 'results': [{'name': '%s'}]}"
        .formatted(operand, result);
  }

  private static String withOptions(String options) {
    return "{'op': 'softmax', 'label': 'top', 'operands': {'input': 'x'}, 'options': {"
        + options
        + "}, "
        + RESULT;
  }

  @Test
  void itsMembers() {
    refuses(":6: nodes[0]: it is true; it must be an object", "true");
    refuses(":6: nodes[0]: 'op' is missing", "{'operands': {'input': 'x'}, " + RESULT);
    refuses(
        ":6: nodes[0]: unknown member 'inputs'; there are: op, label, operands, options, results",
        "{'op': 'relu', 'inputs': ['x'], " + RESULT);
    refuses(
        ":6: nodes[0]: label is \"\"; it must be a string that is not empty",
        "{'op': 'relu', 'label': '', 'operands': {'input': 'x'}, " + RESULT);
  }

  @Test
  void anUnknownOperator() {
    refuses(
        ":6: nodes[0]: unknown operator 'conv'; did you mean 'conv2d'?",
        "{'op': 'conv', 'operands': {'input': 'x'}, " + RESULT);
    refuses(
        ":7: nodes[1]: unknown operator 'MultiHeadAttention'",
        relu("x", "y"),
        "{'op': 'MultiHeadAttention', 'operands': {'input': 'x'}, " + RESULT);
  }

  @Test
  void operands() {
    refuses(
        ":6: nodes[0]: add: unknown operand 'c'; there are: a, b",
        "{'op': 'add', 'operands': {'a': 'x', 'c': 'w'}, " + RESULT);
    refuses(":6: nodes[0]: add: b is required", "{'op': 'add', 'operands': {'a': 'x'}, " + RESULT);
    refuses(
        ":6: nodes[0]: add: b is a list; it must be a string that is not empty",
        "{'op': 'add', 'operands': {'a': 'x', 'b': ['w']}, " + RESULT);
    refuses(
        ":6: nodes[0]: concat: inputs is \"x\"; it must be a list",
        "{'op': 'concat', 'operands': {'inputs': 'x'}, 'options': {'axis': 0}, " + RESULT);
  }

  @Test
  void namesThatNothingHas() {
    refuses(":6: nodes[0]: relu: nothing is called 'z'; there are: x, w", relu("z", "y"));
  }

  @Test
  void namesOfLaterNodes() {
    refuses(
        ":6: nodes[0]: relu: 'z' is used before it is made, in line 7; write nodes in the order"
            + " they run in",
        relu("z", "y"),
        relu("x", "z"));
  }

  @Test
  void aNodeThatTakesWhatItMakes() {
    refuses(
        ":6: nodes[0]: relu: 'y' is used before it is made, in line 6; write nodes in the order"
            + " they run in",
        relu("y", "y"));
  }

  @Test
  void namesThatAreTaken() {
    refuses(
        ":7: nodes[1]: relu: 'y' is defined already, in line 6; rename one of them",
        relu("x", "y"),
        relu("x", "y"));
    refuses(
        ":6: nodes[0]: relu: 'x' is defined already, in line 3; rename one of them",
        relu("x", "x"));
  }

  @Test
  void unknownOptions() {
    refuses(
        ":6: nodes[0]: softmax [top]: unknown option 'axes'; did you mean 'axis'?",
        withOptions("'axes': 0"));
    refuses(
        ":6: nodes[0]: relu: unknown option 'alpha'; there are none",
        "{'op': 'relu', 'operands': {'input': 'x'}, 'options': {'alpha': 1}, " + RESULT);
    refuses(
        ":6: nodes[0]: conv2d: unknown option 'bias'; it is an operand, which belongs into operands",
        "{'op': 'conv2d', 'operands': {'input': 'x'}, 'options': {'bias': 'w'}, " + RESULT);
    refuses(
        ":6: nodes[0]: averagePool2d: unknown option 'roundingType'; it is called"
            + " 'outputShapeRounding' now",
        "{'op': 'averagePool2d', 'operands': {'input': 'x'}, 'options': {'roundingType': 'ceil'}, "
            + RESULT);
  }

  @Test
  void optionsOfAnotherType() {
    refuses(
        ":6: nodes[0]: softmax [top]: axis is \"0\"; it must be a whole number from 0 to 4294967295",
        withOptions("'axis': '0'"));
    refuses(
        ":6: nodes[0]: softmax [top]: axis is null; it must be a whole number from 0 to 4294967295",
        withOptions("'axis': null"));
  }

  @Test
  void whatTheOperatorsRuleRefuses() {
    refuses(
        ":6: nodes[0]: softmax [top]: axis 1 is out of range for an input of rank 1",
        withOptions("'axis': 1"));
  }

  @Test
  void anotherNumberOfResults() {
    refuses(
        ":6: nodes[0]: relu: it has 1 results, and the file names 0",
        "{'op': 'relu', 'operands': {'input': 'x'}, 'results': []}");
  }

  @Test
  void resultsOfAnotherType() {
    refuses(
        ":6: nodes[0]: relu: the file says that 'y' is float32[3], and it is float32[2]",
        "{'op': 'relu', 'operands': {'input': 'x'}, "
            + "'results': [{'name': 'y', 'dataType': 'float32', 'shape': [3]}]}");
  }
}
