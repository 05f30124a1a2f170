package venue.domain.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import venue.domain.Rounding;

/**
 * The one price that enough fresh sources agree on: their weighted median, outliers dropped.
 *
 * @param quorum how many sources must agree
 * @param ageMax how old a source's price may be
 * @param deviationMax how far from the median, per price, a source may be and still agree
 */
public record PriceConsensus(int quorum, Duration ageMax, BigDecimal deviationMax) {

  private static final Duration CLOCKS_APART_MAX = Duration.ofSeconds(1);

  /**
   * What one source said.
   *
   * @param price above zero, USDT; rounded to the decimals of prices
   * @param time of the price by the source's word, venue time
   * @param weight at least 1
   */
  public record Answer(String source, BigDecimal price, Instant time, int weight) {

    public Answer {
      price = Rounding.price(price);
    }
  }

  /**
   * The agreed price.
   *
   * @param time the median of the answers that agree, venue time
   */
  public record Agreed(BigDecimal price, Instant time, List<String> sources) {}

  /** The agreed price, or none when fewer than the quorum agree. */
  public Optional<Agreed> of(List<Answer> answers, Instant now) {
    List<Answer> fresh =
        answers.stream()
            .filter(answer -> answer.price().signum() > 0)
            .filter(answer -> !answer.time().plus(ageMax).isBefore(now))
            .filter(answer -> !answer.time().minus(CLOCKS_APART_MAX).isAfter(now))
            .toList();
    if (fresh.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal median = median(fresh);
    BigDecimal tolerance = median.multiply(deviationMax);
    List<Answer> agreeing =
        fresh.stream()
            .filter(answer -> answer.price().subtract(median).abs().compareTo(tolerance) <= 0)
            .toList();
    if (agreeing.size() < quorum) {
      return Optional.empty();
    }
    List<Instant> times = agreeing.stream().map(Answer::time).sorted().toList();
    Instant middle = times.get((times.size() - 1) / 2);
    return Optional.of(
        new Agreed(
            median(agreeing),
            middle.isAfter(now) ? now : middle,
            agreeing.stream().map(Answer::source).toList()));
  }

  private static BigDecimal median(List<Answer> answers) {
    List<Answer> byPrice = new ArrayList<>(answers);
    byPrice.sort(Comparator.comparing(Answer::price));
    int total = byPrice.stream().mapToInt(Answer::weight).sum();
    int reached = 0;
    for (Answer answer : byPrice) {
      reached += answer.weight();
      if (2 * reached >= total) {
        return answer.price();
      }
    }
    throw new IllegalStateException("weights are positive, so half of them is reached");
  }
}
