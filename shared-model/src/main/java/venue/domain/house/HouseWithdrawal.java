package venue.domain.house;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Rounding;
import venue.domain.account.JournalEntry;
import venue.domain.account.Posting;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;

/**
 * What the operator takes out of the house of a market. It may take the fees that were collected,
 * and of the house's equity what is above the reserve for what winners could be owed; never the
 * insurance. The house's part is spread evenly over the shards, where cash may be negative; the
 * fees come from those that have them.
 *
 * @param market whose house it is
 * @param tick the latest, none if there has been none
 * @param funds of the market, as of the tick
 * @param now venue time
 */
public record HouseWithdrawal(Market market, Optional<Tick> tick, List<Fund> funds, Instant now) {

  public HouseWithdrawal {
    funds = List.copyOf(funds);
  }

  /**
   * Decides a withdrawal.
   *
   * @param shards all of the market
   * @param house not negative, USDT
   * @param fees not negative, USDT
   * @param id of the entry
   */
  public Outcome<HouseFunding> decide(
      List<HouseShard> shards, BigDecimal house, BigDecimal fees, long id) {
    HouseBooks books = HouseBooks.of(shards);
    if (fees.compareTo(books.fees()) > 0) {
      return Outcome.refused(
          Reason.INSUFFICIENT_AVAILABLE,
          "fees: at most " + plain(books.fees()) + " USDT are there");
    }
    return house.signum() == 0
        ? Outcome.done(booked(shards, house, fees, id))
        : most(books)
            .then(
                most ->
                    house.compareTo(most) <= 0
                        ? Outcome.done(booked(shards, house, fees, id))
                        : Outcome.refused(
                            Reason.INSUFFICIENT_AVAILABLE,
                            "house: at most "
                                + plain(most)
                                + " USDT, its equity less the reserve for what winners could be"
                                + " owed"));
  }

  private Outcome<BigDecimal> most(HouseBooks books) {
    if (tick.isEmpty()) {
      return Outcome.done(books.cash());
    }
    BigDecimal net = books.skew(market.contract(), funds);
    boolean isExposed =
        books.exposure().openInterest() != 0
            || funds.stream().anyMatch(fund -> books.unitsOf(fund).signum() != 0);
    if (isExposed && !tick.get().fills(now, market.priceAgeMax())) {
      return Outcome.refused(
          Reason.TOO_BUSY, market.name() + " has no fresh price at the moment; try again");
    }
    BigDecimal reserve =
        market
            .solvency()
            .reserve(net, tick.get().price())
            .setScale(Rounding.CASH_SCALE, RoundingMode.CEILING);
    return Outcome.done(books.recorded(market.contract(), tick.get(), funds).subtract(reserve));
  }

  private HouseFunding booked(List<HouseShard> shards, BigDecimal house, BigDecimal fees, long id) {
    List<BigDecimal> parts = HouseFunding.parts(house, shards.size());
    BigDecimal left = fees;
    List<HouseShard> after = new ArrayList<>();
    List<Posting> postings = new ArrayList<>();
    for (int i = 0; i < shards.size(); i++) {
      HouseShard shard = shards.get(i);
      BigDecimal ofFees = left.min(shard.fees());
      left = left.subtract(ofFees);
      HouseShard less = shard.withdrawn(parts.get(i), ofFees);
      postings.add(shard.posting(less));
      after.add(less);
    }
    return new HouseFunding(after, new JournalEntry(id, now, postings));
  }

  private static String plain(BigDecimal amount) {
    return amount.max(BigDecimal.ZERO).stripTrailingZeros().toPlainString();
  }
}
