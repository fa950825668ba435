package dev.webnn4j.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers a wrong command line with one sentence, where picocli would add a page of usage. */
final class LineErrors implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    String message = wrong.getMessage();
    command
        .getErr()
        .println(
            "webnn: "
                + message.substring(0, 1).toLowerCase(Locale.ROOT)
                + message.substring(1)
                + remedy(wrong));
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static String remedy(ParameterException wrong) {
    // What a check of ours found says itself what to do.
    if (wrong.getClass() == ParameterException.class) {
      return "";
    }
    List<String> similar =
        wrong instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    String meant = similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?";
    String command = wrong.getCommandLine().getCommandName();
    String help = command.equals("webnn") ? "webnn help" : "webnn help " + command;
    return meant + " (see: " + help + ")";
  }
}
