package venue.benchmarks.leverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import venue.domain.Side;

/**
 * The default rule against those that others have published, over recorded prices. {@code
 * -Dvenue.comparison=all} adds more rules, the sensitivity to each number, and the short funds of
 * every file.
 */
class PolicyComparisonTest {
  private static final boolean ALL = System.getProperty("venue.comparison", "").equals("all");
  private static final Set<Recorded> HAVE_THEIR_OWN_TEST =
      Set.of(Recorded.BTC_2019, Recorded.ETH_2019);

  private static List<Rule> rules(Side side) {
    return Stream.of(
            List.of(Rule.USUAL),
            Rule.peers(),
            ALL ? Rule.others(side) : List.<Rule>of(),
            ALL ? Rule.sensitivity() : List.<Rule>of())
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void onBitcoinSince2019TheDefaultBeatsSpotAndEveryPeer() {
    Map<String, Figures> all = Recorded.BTC_2019.along(Side.LONG).of(rules(Side.LONG));
    Figures usual = figures(all, "default");
    double bestRatio = peers(all).stream().mapToDouble(Figures::growthRatio).max().orElseThrow();
    assertThat(usual.wiped()).isFalse();
    assertThat(usual.value()).isGreaterThan(20.5);
    assertThat(peers(all)).allMatch(peer -> peer.value() < usual.value());
    assertThat(usual.growthRatio()).isGreaterThanOrEqualTo(1.8 * bestRatio);
    assertThat(usual.leverageMean()).isGreaterThanOrEqualTo(1.3);
    assertThat(usual.rebalances()).isGreaterThanOrEqualTo(50);
    assertThat(usual.turnover()).isLessThanOrEqualTo(figures(all, "fixed 2x").turnover() / 4);
    assertThat(usual.turnover()).isLessThanOrEqualTo(figures(all, "FLI 2x").turnover());
  }

  @Test
  void onEtherSince2019TheDefaultBeatsEveryPeer() {
    Map<String, Figures> all = Recorded.ETH_2019.along(Side.LONG).of(rules(Side.LONG));
    Figures usual = figures(all, "default");
    assertThat(usual.wiped()).isFalse();
    assertThat(peers(all)).allMatch(peer -> peer.value() < usual.value());
    assertThat(usual.growthRatio()).isGreaterThanOrEqualTo(0.35);
  }

  static List<Arguments> everyOtherPath() {
    return Stream.of(Recorded.values())
        .flatMap(recorded -> Stream.of(Side.values()).map(side -> Arguments.of(recorded, side)))
        .filter(path -> !HAVE_THEIR_OWN_TEST.contains(path.get()[0]) || path.get()[1] != Side.LONG)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("everyOtherPath")
  void theDefaultIsNeverWiped(Recorded recorded, Side side) {
    List<Rule> compared = ALL ? rules(side) : List.of(Rule.USUAL);
    assertThat(figures(recorded.along(side).of(compared), "default").wiped()).isFalse();
  }

  private static Figures figures(Map<String, Figures> all, String rule) {
    return Objects.requireNonNull(all.get(rule));
  }

  private static List<Figures> peers(Map<String, Figures> all) {
    List<Figures> peers = new ArrayList<>();
    Rule.peers().forEach(rule -> peers.add(figures(all, rule.name())));
    return peers;
  }
}
