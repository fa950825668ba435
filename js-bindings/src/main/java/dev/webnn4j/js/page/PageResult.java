package dev.webnn4j.js.page;

import java.util.List;

/**
 * How a page's run ended.
 *
 * @param clean whether nothing went wrong that the page did not deal with
 * @param errors what did
 */
public record PageResult(boolean clean, List<PageError> errors) {
  /** Copies the errors. */
  public PageResult {
    errors = List.copyOf(errors);
  }

  static PageResult of(List<PageError> errors) {
    return new PageResult(errors.isEmpty(), errors);
  }
}
