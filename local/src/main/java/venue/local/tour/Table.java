package venue.local.tour;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of everybody, in lines of text. */
record Table(List<Row> rows) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Chart CHART = new Chart(60);

  Table {
    rows = List.copyOf(rows);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "",
            "paid",
            "end",
            "drawdown",
            "liquidated at (formula)",
            "rebalances",
            "fees",
            "funding"));
    for (Row row : rows) {
      lines.add(
          line(
              row.name(),
              Amount.shown(row.paid()),
              Amount.shown(row.end()),
              Amount.percent(row.track().drawdown()),
              row.liquidation().map(Table::liquidation).orElse("no"),
              row.rebalances().map(String::valueOf).orElse("-"),
              Amount.shown(row.fees()),
              row.funding().map(Amount::shown).orElse("in NAV")));
    }
    return lines;
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, "%-22s %9s %9s %9s  %-34s %10s %7s %8s", cells)
        .stripTrailing();
  }

  private static String liquidation(Row.Liquidated was) {
    return "%s at %s (%s)"
        .formatted(TIME.format(was.time()), Amount.shown(was.price()), Amount.shown(was.formula()));
  }

  /** Values over time, all to one scale. */
  List<String> charts() {
    BigDecimal top =
        rows.stream()
            .flatMap(row -> row.track().values().stream())
            .max(BigDecimal::compareTo)
            .orElse(BigDecimal.ONE);
    return rows.stream()
        .map(
            row ->
                String.format(
                    Locale.ROOT,
                    "%-22s %s %9s",
                    row.name(),
                    CHART.line(row.track().values(), top),
                    Amount.shown(row.end())))
        .toList();
  }

  List<String> stories() {
    return rows.stream().map(row -> row.name() + ": " + row.story()).toList();
  }

  List<String> disagreements() {
    return rows.stream()
        .flatMap(row -> row.disagreements().stream().map(what -> row.name() + ": " + what))
        .toList();
  }
}
