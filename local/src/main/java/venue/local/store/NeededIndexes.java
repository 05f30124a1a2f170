package venue.local.store;

import java.util.List;
import java.util.Optional;
import venue.local.StartRefused;
import venue.local.template.Function;
import venue.local.template.Table;
import venue.local.template.Template;
import venue.local.template.Value;
import venue.store.Schema.RequiredIndex;

/** Checks that the indexes which the code queries are in the template. */
public final class NeededIndexes {
  private final List<RequiredIndex> needed;

  public NeededIndexes(List<RequiredIndex> needed) {
    this.needed = List.copyOf(needed);
  }

  public void check(Template template) {
    for (RequiredIndex index : needed) {
      List<Table> tables =
          template.functions().stream()
              .flatMap(function -> table(template, function, index.tableVariable()).stream())
              .toList();
      if (tables.isEmpty()) {
        throw new StartRefused(
            "%s: no function has the variable %s, which names the table of the index %s"
                .formatted(template.source(), index.tableVariable(), index.indexName()));
      }
      tables.forEach(table -> check(template, table, index));
    }
  }

  private static Optional<Table> table(Template template, Function function, String variable) {
    return function.variables().get(variable) instanceof Value.Ref(String name)
        ? template.tables().stream().filter(table -> table.logicalId().equals(name)).findFirst()
        : Optional.empty();
  }

  private static void check(Template template, Table table, RequiredIndex needed) {
    Table.Key key = new Table.Key(needed.partitionKey(), Optional.of(needed.sortKey()));
    boolean present =
        table.indexes().stream()
            .anyMatch(
                index ->
                    index.name().equals(needed.indexName())
                        && index.key().equals(key)
                        && (index.projectionType().equals("ALL")
                            || index.projectedAttributes().containsAll(needed.shown())));
    if (!present) {
      throw new StartRefused(
          "%s: %s needs the index %s on %s and %s%s"
              .formatted(
                  template.source(),
                  table.logicalId(),
                  needed.indexName(),
                  needed.partitionKey(),
                  needed.sortKey(),
                  needed.shown().isEmpty()
                      ? ""
                      : " including " + String.join(", ", needed.shown())));
    }
  }
}
