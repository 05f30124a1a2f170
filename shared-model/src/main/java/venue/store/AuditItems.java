package venue.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import venue.domain.account.Balance;
import venue.domain.audit.Equity;
import venue.domain.audit.Finding;
import venue.domain.audit.HouseAudit;
import venue.domain.audit.Report;
import venue.domain.audit.Run;
import venue.domain.audit.Valuation;
import venue.domain.house.HouseShard;
import venue.domain.market.Tick;

/** What an audit has found and joined so far as items. */
final class AuditItems {

  private AuditItems() {}

  static Item write(Report report) {
    Equity users = report.equity();
    return Item.empty()
        .with("begun", report.begun())
        .with("accounts", report.accounts())
        .with("entries", report.entries())
        .with("differences", report.differences())
        .with("first", report.first().stream().map(AuditItems::write).toList())
        .with("users", users.users())
        // It may have more digits than a number of an item can.
        .with("unitsWorth", users.units().toPlainString())
        .with("paidIn", users.paidIn());
  }

  static Report readReport(Item item) {
    return new Report(
        item.time("begun"),
        item.whole("accounts"),
        item.whole("entries"),
        item.whole("differences"),
        item.maps("first").stream().map(AuditItems::readFinding).toList(),
        new Equity(
            item.number("users"),
            item.has("unitsWorth") ? new BigDecimal(item.text("unitsWorth")) : item.number("units"),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            item.number("paidIn")));
  }

  private static Item write(Finding finding) {
    Item item =
        Item.empty()
            .with("book", finding.book())
            .with("sequence", finding.sequence())
            .with("difference", finding.difference());
    finding.entry().ifPresent(entry -> item.with("entry", entry));
    return item;
  }

  private static Finding readFinding(Item item) {
    return new Finding(
        item.text("book"),
        item.has("entry") ? Optional.of(item.whole("entry")) : Optional.empty(),
        item.whole("sequence"),
        item.text("difference"));
  }

  static Item write(Valuation valuation) {
    return Item.empty()
        .with("name", valuation.market().name())
        .with("tick", valuation.tick().map(Tick::sequence).orElse(0L))
        .with("funds", valuation.funds().stream().map(FundItems::write).toList());
  }

  static Item writeLater(HouseAudit house) {
    Item later = Item.empty();
    house.later().forEach((market, sums) -> later.with(market, writeBalances(sums)));
    return later;
  }

  static void readLater(Item item, HouseAudit house) {
    for (String market : item.attributes().keySet()) {
      house.resumeLater(market, readBalances(item.map(market)));
    }
  }

  /** A shard at the cut with what was joined of its chain, in as many items as it takes. */
  static List<Item> writeParts(HouseAudit house, HouseShard shard, int runsToAPart) {
    List<Run> runs = house.chain(shard).runs();
    List<Item> parts = new ArrayList<>();
    for (int from = 0; from == 0 || from < runs.size(); from += runsToAPart) {
      List<Run> some = runs.subList(from, Math.min(runs.size(), from + runsToAPart));
      parts.add(
          Item.empty()
              .with("shard", ShardItems.write(shard))
              .with("runs", some.stream().map(AuditItems::write).toList()));
    }
    return parts;
  }

  static HouseAudit readHouse(List<Item> parts) {
    Map<String, HouseShard> shards = new LinkedHashMap<>();
    Map<String, List<Run>> runs = new HashMap<>();
    for (Item part : parts) {
      HouseShard shard = ShardItems.read(part.map("shard"));
      shards.put(shard.book(), shard);
      List<Run> joined = runs.computeIfAbsent(shard.book(), _ -> new ArrayList<>());
      part.maps("runs").forEach(run -> joined.add(readRun(run)));
    }
    HouseAudit house = new HouseAudit(List.copyOf(shards.values()));
    shards.forEach((book, shard) -> house.resume(shard, runs.getOrDefault(book, List.of())));
    return house;
  }

  private static Item write(Run run) {
    Item starts = Item.empty();
    run.starts()
        .forEach(
            (balance, start) ->
                starts.with(
                    balance.name(),
                    Item.empty()
                        .with("before", start.before())
                        .with("sequence", start.sequence())
                        .with("entry", start.entry())));
    return Item.empty()
        .with("first", run.first())
        .with("last", run.last())
        .with("starts", starts)
        .with("ends", writeBalances(run.ends()));
  }

  private static Run readRun(Item item) {
    Map<Balance, Run.Start> starts = new HashMap<>();
    Item stored = item.map("starts");
    for (String name : stored.attributes().keySet()) {
      Item start = stored.map(name);
      starts.put(
          new Balance(name),
          new Run.Start(start.number("before"), start.whole("sequence"), start.whole("entry")));
    }
    return new Run(item.whole("first"), item.whole("last"), starts, readBalances(item.map("ends")));
  }

  private static Item writeBalances(Map<Balance, BigDecimal> balances) {
    Item item = Item.empty();
    balances.forEach((balance, amount) -> item.with(balance.name(), amount));
    return item;
  }

  private static Map<Balance, BigDecimal> readBalances(Item item) {
    Map<Balance, BigDecimal> balances = new HashMap<>();
    item.attributes().keySet().forEach(name -> balances.put(new Balance(name), item.number(name)));
    return balances;
  }
}
