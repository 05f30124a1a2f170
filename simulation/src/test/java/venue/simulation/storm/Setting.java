package venue.simulation.storm;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import venue.domain.Dice;
import venue.domain.Samples;
import venue.domain.market.Contract;
import venue.domain.market.Market;
import venue.domain.market.TierTable;

/**
 * What a run begins with.
 *
 * @param waiting the number of the market in which every order waits, if there is one of that
 *     number
 */
record Setting(int markets, int accounts, int shards, int waiting, long seed) {
  private static final List<String> NAMES = List.of("BTC_USDT", "ETH_USDT");

  static Setting drawn(Dice dice) {
    return new Setting(
        dice.between(1, 2),
        dice.between(5, 8),
        dice.between(1, 2),
        dice.between(0, 3),
        dice.between(0L, 1L << 40));
  }

  List<Market> allMarkets() {
    return IntStream.range(0, markets).mapToObj(this::market).toList();
  }

  List<Long> allAccounts() {
    return LongStream.range(0, accounts).mapToObj(i -> Samples.ACCOUNT + i).toList();
  }

  private Market market(int number) {
    Market market = market(Samples.market(NAMES.get(number), "1000"), number);
    return number == waiting ? market.waiting() : market;
  }

  private static Market market(Market usual, int number) {
    Contract contract = usual.contract();
    TierTable tiers =
        Samples.done(
            TierTable.of(
                1,
                List.of(
                        row("4000", "0.005", 50),
                        row("20000", "0.02", 20),
                        row("2000000", "0.05", 10))
                    .subList(0, 3 - number)));
    Contract tiered =
        new Contract(
            contract.name(),
            contract.quantoMultiplier(),
            contract.priceStep(),
            contract.sizeMin(),
            contract.sizeMax(),
            contract.leverageMin(),
            tiers.tiers().getFirst().leverageMax(),
            contract.leverageDefault(),
            contract.takerFeeRate(),
            contract.orderFeeRate(),
            contract.liquidationFeeRate(),
            tiers);
    return new Market(
        tiered,
        usual.fill(),
        usual.funding(),
        usual.caps(),
        usual.solvency(),
        usual.fund(),
        usual.jumpBound(),
        usual.priceAgeMax(),
        usual.startingVolatility(),
        usual.createTime());
  }

  private static TierTable.Row row(String limit, String rate, int leverage) {
    return new TierTable.Row(new BigDecimal(limit), new BigDecimal(rate), leverage);
  }
}
